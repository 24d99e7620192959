using System.Runtime.CompilerServices;

namespace ConcurrentGc.Exploration.Searching;

/// <summary>
/// States of one word, compared in full: a table of words with open addressing. No word may have all bits set.
/// </summary>
public sealed class ExactStates : IVisitedStates
{
    private const int FirstSlots = 1 << 12;
    private ulong[] _slots = new ulong[FirstSlots]; // inverted words, so that zero is an empty slot
    private long _most = FirstSlots / 2;

    /// <inheritdoc/>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public long Bytes => (long)_slots.Length * sizeof(ulong);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Add(ReadOnlySpan<ulong> state)
    {
        if (!TryInsert(_slots, ~state[0]))
        {
            return false;
        }

        if (++Count > _most)
        {
            Grow();
        }

        return true;
    }

    private static bool TryInsert(ulong[] slots, ulong inverted)
    {
        var mask = slots.Length - 1;
        for (var at = (int)Spread(inverted) & mask; ; at = (at + 1) & mask)
        {
            var found = slots[at];
            if (found == inverted)
            {
                return false;
            }

            if (found == 0)
            {
                slots[at] = inverted;
                return true;
            }
        }
    }

    /// <summary>Neighbors in the packed word lie far apart: murmur's finalizer.</summary>
    private static ulong Spread(ulong word)
    {
        word = (word ^ (word >> 33)) * 0xff51afd7ed558ccd;
        word = (word ^ (word >> 33)) * 0xc4ceb9fe1a85ec53;
        return word ^ (word >> 33);
    }

    private void Grow()
    {
        var slots = new ulong[_slots.Length * 2];
        foreach (var inverted in _slots)
        {
            if (inverted != 0)
            {
                TryInsert(slots, inverted);
            }
        }

        _slots = slots;
        _most = slots.Length / 3 * 2;
    }
}
