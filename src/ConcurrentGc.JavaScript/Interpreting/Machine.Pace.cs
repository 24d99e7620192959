using System.Runtime.CompilerServices;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Safepoints: paying, stopping, going on.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Instructions between two questions to the host.</summary>
    private const long InstructionsAGrant = 2_000;

    /// <summary>Words above the top of the stack that a grant of frames covers at least; see <see cref="MachineState.StackGrant"/>.</summary>
    internal const long StackGrantWords = 512;

    /// <summary>A frame of Node is so much larger than one here, on average: eight fifths.</summary>
    internal const int StackScale = 8;

    /// <summary>See <see cref="StackScale"/>.</summary>
    internal const int StackScaleDivisor = 5;

    private Work InstructionWork => _isTurbofan ? Work.InstructionTurbofan : Work.InstructionIgnition;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Ask<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var spent = _state->Granted - _state->Budget;
        _state->Granted = InstructionsAGrant;
        _state->Budget = InstructionsAGrant;
        turn.Pay(Work.AllocateByte, TakeUnpaidBytes());
        _state->Now = turn.Now;
        return turn.Spend(InstructionWork, spent) && !_state->Context.IsInterrupted(ref turn);
    }

    private long TakeUnpaidBytes()
    {
        var used = _heap.New.UsedBytes;
        var bytes = Math.Max(0, used - _state->PaidBytes) + _state->LargeBytes;
        _state->PaidBytes = used;
        _state->LargeBytes = 0;
        return bytes;
    }

    /// <summary>
    /// Before the first instruction after a stop: what lies above the top of the stack was not updated when objects moved,
    /// so it is cleared before new frames make it visible again.
    /// </summary>
    private void Resume()
    {
        _globals = Object(*(long*)(_base + _state->ModuleContext)) + 2 + ObjectLayout.ContextPrefixWords;
        var top = StackTop();
        if (top < _state->StackUsed)
        {
            new Span<long>(_base + top, (int)((_state->StackUsed - top) / 8)).Clear();
        }

        _state->StackUsed = Math.Min(top + _state->StackGrant, _state->StackEnd);
        _state->PaidBytes = _heap.New.UsedBytes;
        RefreshLimit();
    }

    private void Suspend(ProgramStop stop)
    {
        if (stop == ProgramStop.NeedsCollection && _isTurbofan)
        {
            ClearDeadRegisters();
        }

        _heap.Roots.SetWords((int)_state->StackRange, (StackTop() - _state->StackStart) / 8);
    }

    /// <summary>Every frame but the first stands at a call.</summary>
    private void ClearDeadRegisters()
    {
        var fp = Frame;
        var pc = Here;
        while (true)
        {
            var info = FunctionOf(fp);
            var function = _code.Functions[info->Index];
            var at = IndexOf(info, pc);
            foreach (var register in function.DeadRegisters.GetValueOrDefault(at, []))
            {
                fp[register] = 0;
            }

            foreach (var lifetime in function.Lifetimes)
            {
                if (at < lifetime.From || at >= lifetime.To)
                {
                    fp[lifetime.Register] = 0;
                }
            }

            if (fp[-3] == 0)
            {
                return;
            }

            pc = (Instruction*)(_base + (fp[-3] & ~ConstructFlag)) - 1;
            fp = (long*)((byte*)fp - fp[-4]);
        }
    }

    /// <summary>Behind the registers in use. See Note [Registers in use].</summary>
    private long StackTop()
    {
        var info = FunctionOf(Frame);
        int words = ((ushort*)(_base + info->Depths))[Here - (Instruction*)(_base + info->Code)] & ~MadeDoubleFlag;
        if (Here->Op == OpCode.ForwardSuper)
        {
            words = Math.Max(words, ForwardedArguments(Frame) + 1);
        }

        return _state->Frame + (words * 8L);
    }

    private void ClearLocals(long* frame, FunctionInfo* info)
    {
        for (var i = info->Parameters + 1; i <= info->Parameters + info->Locals; i++)
        {
            frame[i] = _state->Undefined;
        }
    }
}
