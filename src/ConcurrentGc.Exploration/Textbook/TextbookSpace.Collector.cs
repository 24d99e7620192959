using System.Numerics;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Textbook;

/// <content>The collector.</content>
public sealed partial class TextbookSpace
{
    private bool Collect<TSink>(TextbookState from, ref TSink sink) where TSink : struct, IStateSink, allows ref struct =>
        from.Phase switch
        {
            TextbookPhase.Idle => !MayPause(from) || Start(from, ref sink),
            TextbookPhase.SecondRegisterAtStart => EndStart(from, ref sink),
            TextbookPhase.Marking when from.HasGrey => TakeGrey(from, ref sink),
            TextbookPhase.Marking when _rules.HasRescan => Rescan(from, ref sink),
            TextbookPhase.Marking => !MayPause(from) || EndMarking(from, TextbookAction.EndMarking, ref sink),
            TextbookPhase.SecondRegisterInRescan => EndRescan(from, ref sink),
            TextbookPhase.Scanning => Scan(from, ref sink),
            TextbookPhase.Sweeping => Sweep(from, ref sink),
            _ => true,
        };

    private bool MayPause(TextbookState state) => !_isAtSafepoint || state.Stage == 0;

    private bool Start<TSink>(TextbookState state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        state.Phase = TextbookPhase.Marking;
        if (_rules.HasSnapshot)
        {
            Shade(ref state, state.Register(0));
            if (Has(TextbookVariants.RegistersOneByOne))
            {
                state.Phase = TextbookPhase.SecondRegisterAtStart;
            }
            else
            {
                Shade(ref state, state.Register(1));
            }
        }

        return Give(TextbookStep.Of(TextbookAction.Start), state, isViolation: false, ref sink);
    }

    private bool EndStart<TSink>(TextbookState state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        Shade(ref state, state.Register(1));
        state.Phase = TextbookPhase.Marking;
        return Give(TextbookStep.Of(TextbookAction.VisitSecond), state, isViolation: false, ref sink);
    }

    private bool TakeGrey<TSink>(TextbookState from, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        for (var number = 1; number <= _question.Objects; number++)
        {
            if (from.Color(number) != TextbookColor.Grey)
            {
                continue;
            }

            var next = from;
            (next.Phase, next.Work) = (TextbookPhase.Scanning, (number - 1) * FieldsPerObject);
            if (!Has(TextbookVariants.GreyUntilScanned))
            {
                next.Paint(number, TextbookColor.Black);
            }

            if (!Give(TextbookStep.Of(TextbookAction.Take, number), next, isViolation: false, ref sink))
            {
                return false;
            }
        }

        return true;
    }

    private bool Scan<TSink>(TextbookState state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        var number = (state.Work / FieldsPerObject) + 1;
        var field = state.Work % FieldsPerObject;
        Shade(ref state, state.Load(number, field));
        if (field == FieldsPerObject - 1)
        {
            (state.Phase, state.Work) = (TextbookPhase.Marking, 0);
            if (Has(TextbookVariants.GreyUntilScanned))
            {
                state.Paint(number, TextbookColor.Black);
            }
        }
        else
        {
            state.Work++;
        }

        return Give(TextbookStep.Of(TextbookAction.Scan, number, field), state, isViolation: false, ref sink);
    }

    private bool Rescan<TSink>(TextbookState state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        var added = Shade(ref state, state.Register(0));
        if (Has(TextbookVariants.RegistersOneByOne))
        {
            (state.Phase, state.Work) = (TextbookPhase.SecondRegisterInRescan, added ? 1 : 0);
            return Give(TextbookStep.Of(TextbookAction.VisitFirst), state, isViolation: false, ref sink);
        }

        added |= Shade(ref state, state.Register(1));
        if (Has(TextbookVariants.StoppedDrain) && added)
        {
            Drain(ref state);
            added = false;
        }

        return added ? Give(TextbookStep.Of(TextbookAction.Rescan), state, isViolation: false, ref sink)
            : !MayPause(state) || EndMarking(state, TextbookAction.Rescan, ref sink);
    }

    private bool EndRescan<TSink>(TextbookState state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        var added = Shade(ref state, state.Register(1)) | state.Work != 0 | state.HasGrey;
        if (added && Has(TextbookVariants.StoppedDrain))
        {
            Drain(ref state);
            added = false;
        }

        if (!added)
        {
            return !MayPause(state) || EndMarking(state, TextbookAction.VisitSecond, ref sink);
        }

        (state.Phase, state.Work) = (TextbookPhase.Marking, 0);
        return Give(TextbookStep.Of(TextbookAction.VisitSecond), state, isViolation: false, ref sink);
    }

    /// <summary>The world stands until nothing is grey.</summary>
    private void Drain(ref TextbookState state)
    {
        while (state.HasGrey)
        {
            for (var number = 1; number <= _question.Objects; number++)
            {
                if (state.Color(number) == TextbookColor.Grey)
                {
                    state.Paint(number, TextbookColor.Black);
                    Shade(ref state, state.Load(number, 0));
                    Shade(ref state, state.Load(number, 1));
                }
            }
        }
    }

    private bool EndMarking<TSink>(TextbookState state, TextbookAction action, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        (state.Phase, state.Work) = (TextbookPhase.Sweeping, 0);
        return Give(TextbookStep.Of(action), state, isViolation: false, ref sink);
    }

    private bool Sweep<TSink>(TextbookState from, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        for (var number = 1; number <= _question.Objects; number++)
        {
            if ((from.Work & (1 << (number - 1))) != 0)
            {
                continue;
            }

            if (!SweepObject(from, number, ref sink))
            {
                return false;
            }

            if (!_takesAnyNext)
            {
                return true;
            }
        }

        return true;
    }

    private bool SweepObject<TSink>(TextbookState state, int number, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        var color = state.Color(number);
        var isLost = color == TextbookColor.White && (Reachable(state) & (1 << number)) != 0;
        if (color == TextbookColor.White)
        {
            state.Store(number, 0, 0);
            state.Store(number, 1, 0);
            state.Paint(number, TextbookColor.Free);
        }
        else if (color != TextbookColor.Free)
        {
            state.Paint(number, TextbookColor.White);
        }

        state.Work |= 1 << (number - 1);
        if (BitOperations.PopCount((uint)state.Work) == _question.Objects)
        {
            (state.Phase, state.Work) = (TextbookPhase.Done, 0);
        }

        return Give(TextbookStep.Of(TextbookAction.Sweep, number), state, isLost, ref sink);
    }

    /// <summary>A bit for each object that registers reach; operands are in registers.</summary>
    private static int Reachable(TextbookState state) =>
        Closure(state, (1 << state.Register(0)) | (1 << state.Register(1)) | 1);

    /// <summary>A bit for each object that registers, a loaded old value, the marker or grey objects reach.</summary>
    private int Read(TextbookState state)
    {
        var read = (1 << state.Register(0)) | (1 << state.Register(1)) | (1 << state.Old) | 1;
        read |= state.Phase == TextbookPhase.Scanning ? 1 << ((state.Work / FieldsPerObject) + 1) : 0;
        for (var number = 1; number <= _question.Objects; number++)
        {
            read |= state.Color(number) == TextbookColor.Grey ? 1 << number : 0;
        }

        return Closure(state, read);
    }

    private static int Closure(TextbookState state, int reached)
    {
        for (var open = reached & ~1; open != 0;)
        {
            var number = BitOperations.TrailingZeroCount(open);
            var fields = (1 << state.Load(number, 0)) | (1 << state.Load(number, 1));
            open = (open & (open - 1)) | (fields & ~reached);
            reached |= fields;
        }

        return reached;
    }
}
