using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using ConcurrentGc.Exploration.Liveness;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Exploration.Textbook;

/// <summary>
/// The textbook collector: one mutator with two registers, one marker, objects of two fields, one cycle of mark and sweep.
/// </summary>
/// <remarks>See Note [The textbook collector].</remarks>
public sealed partial class TextbookSpace : ILiveSpace
{
    // Note [The textbook collector].
    //
    // One step each, whoever comes next:
    //
    //   mutator     load, copy, drop, allocate (any free object, also ahead of the sweeper); a store is the steps of its
    //               barrier, those that would work on null left out. Its operands stay in registers, a loaded old value
    //               is no root. Shading asks in that one step whether marking is on and the object is white
    //   start       shades both registers, or with no snapshot looks at none
    //   marker      takes a grey object, which is black at once; then reads and shades its fields, a step each
    //   rescan      when nothing is grey: shades both registers. Marking ends in the step that adds nothing, or without
    //               rescan in the one that finds nothing grey
    //   sweeper     an object a step: white is freed, black turns white
    //
    // With pauses at safepoints, marking neither starts nor ends inside a store. A rule breaks when a reachable object is
    // freed, or a free one is read or written; the step that does it is the last one of a schedule.
    // It is a model of its own beside the production roles, since some of its steps are coarser than theirs; the steps of
    // its barriers are theirs (StoreOrder).

    private const int CollectorNumber = 1;
    private const int Registers = 2;
    private const int FieldsPerObject = 2;

    private readonly TextbookRules _rules;
    private readonly TextbookQuestion _question;
    private readonly TextbookReduction? _reduction;
    private readonly StoreStep[] _storeSteps;
    private readonly bool _isAtSafepoint;
    private readonly bool _takesAnyNext;

    /// <summary>The space of one question.</summary>
    /// <param name="rules">The set of rules.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="reductions">What is left out.</param>
    public TextbookSpace(TextbookRules rules, TextbookQuestion question, TextbookReductions reductions)
    {
        (_rules, _question) = (rules, question);
        _reduction = reductions == TextbookReductions.None ? null : new TextbookReduction(question.Objects, reductions);
        _storeSteps = [.. rules.StoreSteps];
        _isAtSafepoint = rules.Pauses == CollectorPauses.Safepoint;
        _takesAnyNext = reductions.HasFlag(TextbookReductions.Renaming);
    }

    /// <summary>The mutator and the collector.</summary>
    public int Actors => 2;

    /// <summary>The collector; the mutator may do what it likes, or nothing.</summary>
    public ulong Fair => 1UL << CollectorNumber;

    /// <summary>It stands for the handshake at a safepoint, which this model does not have.</summary>
    public bool IsStronglyFair => true;

    /// <inheritdoc/>
    public int ActorOf(int step) => new TextbookStep(step).Action <= TextbookAction.GoOn ? 0 : CollectorNumber;

    /// <summary>Whether the cycle has begun and has not ended.</summary>
    /// <param name="state">The state.</param>
    public bool IsUnderWay(ReadOnlySpan<ulong> state) =>
        new TextbookState(state[0]).Phase is not (TextbookPhase.Idle or TextbookPhase.Done);

    /// <inheritdoc/>
    public void Begin<TSink>(ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        foreach (var state in InitialHeaps.Of(_question))
        {
            if (!Give(default, state, isViolation: false, ref sink))
            {
                return;
            }
        }
    }

    /// <inheritdoc/>
    public void Expand<TSink>(ReadOnlySpan<ulong> state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        var from = new TextbookState(state[0]);
        if (from.Phase != TextbookPhase.Done && Collect(from, ref sink))
        {
            _ = Mutate(from, ref sink);
        }
    }

    private bool Give<TSink>(TextbookStep step, TextbookState next, bool isViolation, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        var word = (_reduction?.Of(next) ?? next).Bits;
        return sink.Take(step.Bits, MemoryMarshal.CreateReadOnlySpan(ref word, 1), isViolation);
    }

    private static bool IsMarking(TextbookState state) => state.Phase
        is TextbookPhase.Marking or TextbookPhase.Scanning
        or TextbookPhase.SecondRegisterAtStart or TextbookPhase.SecondRegisterInRescan;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static bool Shade(ref TextbookState state, int number)
    {
        if (number == 0 || state.Color(number) != TextbookColor.White)
        {
            return false;
        }

        state.Paint(number, TextbookColor.Grey);
        return true;
    }

    private bool Has(TextbookVariants variant) => (_rules.Variants & variant) != TextbookVariants.None;
}
