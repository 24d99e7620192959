using System.Runtime.CompilerServices;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Safepoints: paying, stopping, going on.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Least instructions between two questions to the host.</summary>
    private const long InstructionsAGrant = 1_500;

    /// <summary>Shift that leaves the ten bits by which grants vary. See Note [Warming up].</summary>
    private const int GrantShift = 54;

    /// <summary>Words above the top of the stack that a grant of frames covers at least; see <see cref="MachineState.StackGrant"/>.</summary>
    internal const long StackGrantWords = 512;

    // Note [Warming up].
    //
    // In tier turbofan a function begins as unoptimized code: it boxes doubles and its literals carry mementos, as in
    // Node, until it has executed enough. V8 counts bytes of bytecode a function and optimizes after some ticks of
    // 132 KB, and throws the code away when a site sees what it had not seen before (a property access for the first
    // time or with another shape, an operation that makes a double for the first time). Here the function that is
    // executing when a grant of instructions ends is charged with the whole grant; grants vary in length, so that none
    // of the functions of a regular loop is always missed. The two thresholds are fitted on the reference tables.
    // Source: V8 11.3, execution/tiering-manager.cc (interrupt_budget, ticks_before_optimization).

    /// <summary>New shapes at a property site that count; then it is megamorphic.</summary>
    private const int PolymorphicShapes = 4;

    /// <summary>Bit of an instruction's registers in use: it has made a double.</summary>
    private const ushort MadeDoubleFlag = 0x8000;

    /// <summary>Instructions that a function executes before its code is optimized.</summary>
    private const long HotInstructions = 220_000;

    /// <summary>Instructions that a function executes after its code was thrown away before it is optimized again.</summary>
    private const long InstructionsToReoptimize = 70_000;

    private Work InstructionWork => _isTurbofan ? Work.InstructionTurbofan : Work.InstructionIgnition;

    [MethodImpl(MethodImplOptions.NoInlining)]
    private bool Ask<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var spent = _state->Granted - _state->Budget;
        FunctionOf(Frame)->Heat += spent;
        _state->Granted = NextGrant();
        _state->Budget = _state->Granted;
        turn.Pay(Work.AllocateByte, TakeUnpaidBytes());
        _state->Now = turn.Now;
        return turn.Spend(InstructionWork, spent);
    }

    /// <summary>Whether a frame's function is optimized. See Note [Warming up].</summary>
    private bool IsHot(long* frame) => _isTurbofan && FunctionOf(frame)->Heat >= HotInstructions;

    /// <summary>Whether a double that an instruction makes stays in its register.</summary>
    private bool IsUnboxed(long* frame, Instruction* pc)
    {
        if (!_isTurbofan)
        {
            return false;
        }

        var info = FunctionOf(frame);
        ref var words = ref ((ushort*)(_base + info->Depths))[pc - (Instruction*)(_base + info->Code)];
        if ((words & MadeDoubleFlag) == 0)
        {
            words |= MadeDoubleFlag;
            Reconsider(info);
        }

        return info->Heat >= HotInstructions;
    }

    /// <summary>A site has seen something new: code that was optimized without it is thrown away.</summary>
    private void NoteFeedback(InlineCache* cache)
    {
        if (cache->Count < PolymorphicShapes)
        {
            cache->Count++;
            Reconsider(FunctionOf(Frame));
        }
    }

    private static void Reconsider(FunctionInfo* info)
    {
        if (info->Heat >= HotInstructions)
        {
            info->Heat = HotInstructions - InstructionsToReoptimize;
        }
    }

    private long NextGrant()
    {
        _state->Grants = (_state->Grants * 6364136223846793005) + 1442695040888963407;
        return InstructionsAGrant + (_state->Grants >>> GrantShift);
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
