using System.Numerics;

namespace ConcurrentGc.Exploration.Textbook;

/// <summary>Gives one state for all that cannot be told apart by what follows.</summary>
/// <param name="objects">Objects of the heap.</param>
/// <param name="reductions">What is done.</param>
internal sealed class TextbookReduction(int objects, TextbookReductions reductions)
{
    // Note [Reductions of the textbook heap].
    //
    // Dead fields: an object that neither a register, an operand of the store under way, the marker nor a grey object reaches
    // is never read again. Its fields do not decide anything, so they are null. "Not reachable from registers" would not be
    // enough: a grey dead object is scanned, and shades.
    //
    // Renaming: nothing but the sweeper tells objects apart by their numbers. Where it takes any object next, a state and
    // the same state with other numbers have the same future. Objects are numbered as a traversal from registers, operands,
    // marker and grey objects meets them; the others, which are not read any more, by color and whether they were swept.
    // A violation in the order of numbers is one in some order; that no order breaks a rule is a stronger claim than that one
    // does not. Over every initial heap the two verdicts are the same, since with a heap each renaming of it is there.

    private readonly bool _clears = reductions.HasFlag(TextbookReductions.DeadFields);
    private readonly bool _renames = reductions.HasFlag(TextbookReductions.Renaming);

    /// <summary>The state that stands for one.</summary>
    /// <param name="state">A state.</param>
    public TextbookState Of(TextbookState state)
    {
        Span<int> order = stackalloc int[objects];
        var met = Traverse(state, order, out var read);
        if (_clears)
        {
            for (var number = 1; number <= objects; number++)
            {
                if ((read & (1 << number)) == 0)
                {
                    state.Store(number, 0, 0);
                    state.Store(number, 1, 0);
                }
            }
        }

        if (!_renames)
        {
            return state;
        }

        AddOthers(state, order, met, read);
        return Rename(state, order);
    }

    /// <summary>Objects in the order in which they are met; a bit for each.</summary>
    private int Traverse(TextbookState state, Span<int> order, out int read)
    {
        var met = 0;
        read = 1;
        Meet(state.Register(0), order, ref met, ref read);
        Meet(state.Register(1), order, ref met, ref read);
        Meet(state.Holder, order, ref met, ref read);
        Meet(state.Value, order, ref met, ref read);
        Meet(state.Old, order, ref met, ref read);
        if (state.Phase == TextbookPhase.Scanning)
        {
            Meet((state.Work / 2) + 1, order, ref met, ref read);
        }

        var followed = Follow(state, order, 0, ref met, ref read);
        for (var number = 1; number <= objects; number++)
        {
            if (state.Color(number) == TextbookColor.Grey)
            {
                Meet(number, order, ref met, ref read);
                followed = Follow(state, order, followed, ref met, ref read);
            }
        }

        return met;
    }

    private static int Follow(TextbookState state, Span<int> order, int followed, ref int met, ref int read)
    {
        for (; followed < met; followed++)
        {
            Meet(state.Load(order[followed], 0), order, ref met, ref read);
            Meet(state.Load(order[followed], 1), order, ref met, ref read);
        }

        return followed;
    }

    private static void Meet(int number, Span<int> order, ref int met, ref int read)
    {
        if ((read & (1 << number)) == 0)
        {
            read |= 1 << number;
            order[met++] = number;
        }
    }

    private void AddOthers(TextbookState state, Span<int> order, int met, int read)
    {
        var first = met;
        for (var number = 1; number <= objects; number++)
        {
            if ((read & (1 << number)) != 0)
            {
                continue;
            }

            var key = Key(state, number);
            var at = met++;
            for (; at > first && Key(state, order[at - 1]) > key; at--)
            {
                order[at] = order[at - 1];
            }

            order[at] = number;
        }
    }

    private static int Key(TextbookState state, int number) =>
        ((int)state.Color(number) * 2) + (state.Phase == TextbookPhase.Sweeping ? (state.Work >> (number - 1)) & 1 : 0);

    private static TextbookState Rename(TextbookState from, ReadOnlySpan<int> order)
    {
        Span<int> names = stackalloc int[TextbookQuestion.MostObjects + 1];
        names[0] = 0;
        for (var i = 0; i < order.Length; i++)
        {
            names[order[i]] = i + 1;
        }

        var to = from;
        for (var i = 0; i < order.Length; i++)
        {
            var old = order[i];
            to.Paint(i + 1, from.Color(old));
            to.Store(i + 1, 0, names[from.Load(old, 0)]);
            to.Store(i + 1, 1, names[from.Load(old, 1)]);
        }

        to.SetRegister(0, names[from.Register(0)]);
        to.SetRegister(1, names[from.Register(1)]);
        if (from.Stage != 0)
        {
            (to.Holder, to.Value, to.Old) = (names[from.Holder], names[from.Value], names[from.Old]);
        }

        if (from.Phase == TextbookPhase.Scanning)
        {
            to.Work = ((names[(from.Work / 2) + 1] - 1) * 2) | (from.Work & 1);
        }
        else if (from.Phase == TextbookPhase.Sweeping)
        {
            to.Work = Swept(from.Work, names);
        }

        return to;
    }

    private static int Swept(int from, ReadOnlySpan<int> names)
    {
        var to = 0;
        for (var rest = from; rest != 0; rest &= rest - 1)
        {
            to |= 1 << (names[BitOperations.TrailingZeroCount(rest) + 1] - 1);
        }

        return to;
    }
}
