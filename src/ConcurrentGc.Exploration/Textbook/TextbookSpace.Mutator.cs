using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Exploration.Textbook;

/// <content>The most general mutator.</content>
public sealed partial class TextbookSpace
{
    private bool Mutate<TSink>(TextbookState from, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        if (from.Stage != 0)
        {
            return GoOnStoring(from, TextbookStep.Of(TextbookAction.GoOn), ref sink);
        }

        if (_question.Operations is not null)
        {
            if (from.Operations == 0)
            {
                return true;
            }

            from.Operations--;
        }

        for (var register = 0; register < Registers; register++)
        {
            if (!ChangeRegister(from, register, ref sink))
            {
                return false;
            }
        }

        return StoreInto(from, 0, ref sink)
            && (from.Register(1) == from.Register(0) || StoreInto(from, 1, ref sink));
    }

    private bool ChangeRegister<TSink>(TextbookState from, int register, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        var held = from.Register(register);
        var other = from.Register(1 - register);
        return (held == 0 || GiveRegister(from, TextbookStep.Of(TextbookAction.Drop, register), register, 0, ref sink))
            && (other == held || GiveRegister(from, TextbookStep.Of(TextbookAction.Copy, register), register, other, ref sink))
            && Load(from, register, 0, ref sink)
            && (other == held || Load(from, register, 1, ref sink))
            && Allocate(from, register, ref sink);
    }

    private bool Load<TSink>(TextbookState from, int register, int source, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        var holder = from.Register(source);
        for (var field = 0; holder != 0 && field < FieldsPerObject; field++)
        {
            var step = TextbookStep.Of(TextbookAction.Load, register, source, field);
            if (from.Color(holder) == TextbookColor.Free)
            {
                return Give(step, from, isViolation: true, ref sink);
            }

            if (!GiveRegister(from, step, register, from.Load(holder, field), ref sink))
            {
                return false;
            }
        }

        return true;
    }

    private bool Allocate<TSink>(TextbookState from, int register, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        for (var number = 1; number <= _question.Objects; number++)
        {
            if (from.Color(number) != TextbookColor.Free && !(_question.EndlessMemory && IsForgotten(from, number)))
            {
                continue;
            }

            var next = from;
            next.Store(number, 0, 0);
            next.Store(number, 1, 0);
            next.Paint(number, ColorOfNewborn(from, number));
            if (!GiveRegister(next, TextbookStep.Of(TextbookAction.Allocate, register, number), register, number, ref sink))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether neither a register nor the collector will ever look at an object again.</summary>
    private bool IsForgotten(TextbookState state, int number) =>
        (Read(state) & (1 << number)) == 0
        && (state.Phase != TextbookPhase.Sweeping || (state.Work & (1 << (number - 1))) != 0);

    private TextbookColor ColorOfNewborn(TextbookState state, int number)
    {
        var isAheadOfSweeper = state.Phase == TextbookPhase.Sweeping && (state.Work & (1 << (number - 1))) == 0;
        var isBlack = _rules.Newborns switch
        {
            NewbornColor.BlackMarkSweep => IsMarking(state) || isAheadOfSweeper,
            NewbornColor.BlackSweep => isAheadOfSweeper,
            NewbornColor.BlackMark => IsMarking(state),
            _ => false,
        };
        return isBlack ? TextbookColor.Black : TextbookColor.White;
    }

    private bool GiveRegister<TSink>(TextbookState next, TextbookStep step, int register, int value, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        next.SetRegister(register, value);
        return Give(step, next, isViolation: false, ref sink);
    }

    /// <summary>Stores through a register: null, and what the registers hold, into either field.</summary>
    private bool StoreInto<TSink>(TextbookState from, int register, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        var (first, second) = (from.Register(0), from.Register(1));
        for (var field = 0; from.Register(register) != 0 && field < FieldsPerObject; field++)
        {
            if (!BeginStore(from, register, field, TextbookStep.NullValue, 0, ref sink)
                || (first != 0 && !BeginStore(from, register, field, 0, first, ref sink))
                || (second != 0 && second != first && !BeginStore(from, register, field, 1, second, ref sink)))
            {
                return false;
            }
        }

        return true;
    }

    private bool BeginStore<TSink>(TextbookState from, int register, int field, int source, int value, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        (from.Holder, from.Field, from.Value) = (from.Register(register), field, value);
        from.Flag = Has(TextbookVariants.FlagReadOnce) && IsMarking(from);
        from.Stage = Next(from, 0);
        return GoOnStoring(from, TextbookStep.Of(TextbookAction.Store, register, field, source), ref sink);
    }

    private bool GoOnStoring<TSink>(TextbookState state, TextbookStep step, ref TSink sink)
        where TSink : struct, IStateSink, allows ref struct
    {
        if (state.Color(state.Holder) == TextbookColor.Free)
        {
            return Give(step, state, isViolation: true, ref sink);
        }

        var shades = Has(TextbookVariants.FlagReadOnce) ? state.Flag : IsMarking(state);
        switch (_storeSteps[state.Stage - 1])
        {
            case StoreStep.Store: state.Store(state.Holder, state.Field, state.Value); break;
            case StoreStep.LoadOld: state.Old = state.Load(state.Holder, state.Field); break;
            case StoreStep.ShadeOld when shades: Shade(ref state, state.Old); break;
            case StoreStep.Shade when shades: Shade(ref state, state.Value); break;
            case StoreStep.Retreat when shades && state.Color(state.Holder) == TextbookColor.Black:
                state.Paint(state.Holder, TextbookColor.Grey);
                break;
            default: break;
        }

        var next = Next(state, state.Stage);
        if (next == 0)
        {
            state.EndStore();
        }
        else
        {
            state.Stage = next;
        }

        return Give(step, state, isViolation: false, ref sink);
    }

    /// <summary>The stage of the next step that does not work on null; zero: the store is done.</summary>
    private int Next(TextbookState state, int made)
    {
        for (var i = made; i < _storeSteps.Length; i++)
        {
            var isNeeded = _storeSteps[i] switch
            {
                StoreStep.Shade or StoreStep.Retreat => state.Value != 0,
                StoreStep.ShadeOld => state.Old != 0,
                _ => true,
            };
            if (isNeeded)
            {
                return i + 1;
            }
        }

        return 0;
    }
}
