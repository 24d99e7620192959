using ConcurrentGc.Heap;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>When functions are optimized, and when their optimized code is thrown away.</summary>
internal sealed unsafe partial class Machine
{
    // Note [Warming up].
    //
    // In tier turbofan a function begins as unoptimized code: it boxes doubles and its literals carry mementos, as in
    // Node, until it has executed enough. V8's rules decide. Each function counts the bytes of its bytecode that it
    // executes, noticed at loops and returns; every 66 KB are a tick. After three ticks and one for each 150 bytes of its
    // length, with nothing new seen in it, it is marked; a function shorter than 81 bytes is marked at its first tick if
    // no site of the program saw anything new since the tick before. A marked function is optimized when it is called
    // again; if it is not, then after 500 times its length a loop of it leaves for optimized code ("on-stack
    // replacement"), outer loops first. Optimized code is thrown away when a site sees what it had not seen before: a
    // property access for the first time or with another shape, an operation that makes a double for the first time.
    //
    // Only unoptimized code counts: its jumps and returns carry a flag that takes them out of the loop, and optimizing a
    // function removes the flags. Not modeled: inlining (a callee is optimized by itself), what calls and comparisons see. A call of a
    // marked function is noticed when it returns, and then holds for all its frames.
    // Source: V8 11.3, execution/tiering-manager.cc; flags interrupt_budget, ticks_before_optimization,
    // bytecode_size_allowance_per_tick, max_bytecode_size_for_early_opt, invocation_count_for_osr.

    private const int BytesATick = 67_584;
    private const int TicksBeforeOptimization = 3;
    private const int BytesOfLengthATick = 150;
    private const int SmallFunctionBytes = 81;
    private const int LengthsBeforeReplacement = 500;

    /// <summary>New shapes at a property site that count; then it is megamorphic.</summary>
    private const int PolymorphicShapes = 4;

    /// <summary>Bit of an instruction's registers in use: it has made a double.</summary>
    private const ushort MadeDoubleFlag = 0x8000;

    /// <summary>Makes a function's code count.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="info">The function.</param>
    internal static void Unoptimize(SharedHeap heap, FunctionInfo* info)
    {
        (info->Tier, info->Ticks, info->Urgency, info->TickBudget) = (Tier.Unoptimized, 0, 0, BytesATick);
        foreach (ref var each in CodeOf(heap.Start, info))
        {
            if (each.Op is (>= OpCode.Jump and <= OpCode.JumpIfStrictNotEqualInteger)
                or OpCode.Return or OpCode.ReturnThis or OpCode.ReturnDerived)
            {
                each.Op |= OpCode.Counted;
            }
        }
    }

    private static Span<Instruction> CodeOf(byte* start, FunctionInfo* info) => new(start + info->Code, info->Instructions);

    /// <summary>Whether a frame's function is optimized.</summary>
    private bool IsHot(long* frame) => FunctionOf(frame)->Tier == Tier.Optimized;

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
            NoteNews(info);
        }

        return info->Tier == Tier.Optimized;
    }

    /// <summary>A property site has seen something new.</summary>
    private void NoteFeedback(InlineCache* cache)
    {
        if (cache->Count < PolymorphicShapes)
        {
            cache->Count++;
            NoteNews(FunctionOf(Frame));
        }
    }

    private void NoteNews(FunctionInfo* info)
    {
        _state->SawNews = true;
        info->Ticks = 0;
        if (info->Tier == Tier.Optimized && (info->Flags & FunctionFlags.Library) == FunctionFlags.None)
        {
            Unoptimize(_heap, info);
            DropCode(info);
        }
    }

    /// <summary>Runs a jump or return of unoptimized code, and counts the bytes it passes: what it skips does not count.</summary>
    private int RunCounted(long* fp, Instruction* pc)
    {
        var info = FunctionOf(fp);
        var op = pc->Op & ~OpCode.Counted;
        pc->Op = op;
        var result = RunOne(fp, pc);
        pc->Op = op | OpCode.Counted;
        var at = (int)(pc - (Instruction*)(_base + info->Code));
        var before = (int*)(_base + info->BytesBefore);
        if (result == Retry)
        {
            return result;
        }

        if (op is OpCode.Return or OpCode.ReturnThis or OpCode.ReturnDerived)
        {
            if (info->Tier == Tier.Marked)
            {
                Optimize(info);
            }

            Count(info, before[at]);
        }
        else if (op == OpCode.JumpLoop)
        {
            if (info->Tier == Tier.Marked && info->Urgency > pc->A)
            {
                Optimize(info);
            }

            Count(info, before[at] - before[at + pc->D]);
        }
        else if (result == Reload && _state->Instruction == (byte*)(pc + pc->D) - _base)
        {
            info->TickBudget += before[at + pc->D] - before[at + 1];
        }

        return result;
    }

    private void Count(FunctionInfo* info, int bytes)
    {
        info->TickBudget -= bytes;
        if (info->TickBudget >= 0)
        {
            return;
        }

        var length = ((int*)(_base + info->BytesBefore))[info->Instructions];
        info->TickBudget = BytesATick;
        if (info->Tier == Tier.Unoptimized)
        {
            info->Ticks++;
            var isSmallAndStable = length < SmallFunctionBytes && !_state->SawNews;
            if (isSmallAndStable || info->Ticks >= TicksBeforeOptimization + (length / BytesOfLengthATick))
            {
                info->Tier = Tier.Marked;
            }
        }
        else
        {
            info->Urgency++;
        }

        if (info->Tier == Tier.Marked)
        {
            info->TickBudget = LengthsBeforeReplacement * length;
        }

        _state->SawNews = false;
    }

    private void Optimize(FunctionInfo* info)
    {
        (info->Tier, info->Ticks) = (Tier.Optimized, 0);
        foreach (ref var each in CodeOf(_base, info))
        {
            each.Op &= ~OpCode.Counted;
        }

        MakeCode(info);
    }
}
