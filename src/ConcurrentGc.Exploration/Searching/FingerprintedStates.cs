using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace ConcurrentGc.Exploration.Searching;

/// <summary>
/// States of any length, compared by a fingerprint of 127 bits. The chance that two of n states share one, so that a state
/// is left out, is below n² / 2^128: for a hundred million states 3 in 10^23.
/// </summary>
public sealed class FingerprintedStates : IVisitedStates
{
    private const int FirstSlots = 1 << 12;
    private UInt128[] _slots = new UInt128[FirstSlots];

    /// <inheritdoc/>
    public long Count { get; private set; }

    /// <inheritdoc/>
    public long Bytes => (long)_slots.Length * 16;

    /// <inheritdoc/>
    public bool Add(ReadOnlySpan<ulong> state)
    {
        var fingerprint = XxHash128.HashToUInt128(MemoryMarshal.AsBytes(state)) | 1; // zero is an empty slot
        if (!TryInsert(_slots, fingerprint))
        {
            return false;
        }

        if (++Count > _slots.Length / 3 * 2)
        {
            Grow();
        }

        return true;
    }

    private static bool TryInsert(UInt128[] slots, UInt128 fingerprint)
    {
        var mask = slots.Length - 1;
        for (var at = (int)(ulong)(fingerprint >> 1) & mask; ; at = (at + 1) & mask)
        {
            if (slots[at] == fingerprint)
            {
                return false;
            }

            if (slots[at] == UInt128.Zero)
            {
                slots[at] = fingerprint;
                return true;
            }
        }
    }

    private void Grow()
    {
        var slots = new UInt128[_slots.Length * 2];
        foreach (var fingerprint in _slots)
        {
            if (fingerprint != UInt128.Zero)
            {
                TryInsert(slots, fingerprint);
            }
        }

        _slots = slots;
    }
}
