namespace ConcurrentGc.Exploration.Searching;

/// <summary>Fingerprints of states that were met, each with a few bits if wanted: open addressing.</summary>
/// <param name="hasBits">Whether each has bits.</param>
public sealed class FingerprintTable(bool hasBits = false)
{
    private const int FirstSlots = 1 << 6;
    private Fingerprint[] _slots = new Fingerprint[FirstSlots];
    private uint[] _bits = hasBits ? new uint[FirstSlots] : [];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Memory that they take now, in bytes.</summary>
    public long Bytes => ((long)_slots.Length * 16) + ((long)_bits.Length * sizeof(uint));

    /// <summary>Adds one.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <returns>Whether it is new.</returns>
    public bool Add(Fingerprint fingerprint) => TryAdd(fingerprint, out _);

    /// <summary>Adds one, or keeps of its bits those that are given.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="bits">The bits.</param>
    /// <param name="before">Its bits before; if it is new, all; if bits are not kept, none.</param>
    /// <returns>Whether it is new.</returns>
    public bool Narrow(Fingerprint fingerprint, uint bits, out uint before)
    {
        var isNew = TryAdd(fingerprint, out var slot);
        before = isNew ? uint.MaxValue : hasBits ? _bits[slot] : 0;
        if (hasBits)
        {
            _bits[slot] = before & bits;
        }

        return isNew;
    }

    /// <summary>All of them, in no order that means anything, with their bits.</summary>
    public IEnumerable<(Fingerprint Fingerprint, uint Bits)> All()
    {
        for (var slot = 0; slot < _slots.Length; slot++)
        {
            if (_slots[slot] != default)
            {
                yield return (_slots[slot], _bits.Length > 0 ? _bits[slot] : 0);
            }
        }
    }

    private bool TryAdd(Fingerprint fingerprint, out int slot)
    {
        var key = fingerprint == default ? new Fingerprint(1, 1) : fingerprint; // zero is an empty slot
        if (Count >= _slots.Length / 3 * 2)
        {
            Grow();
        }

        if (!TryInsert(_slots, key, out slot))
        {
            return false;
        }

        Count++;
        return true;
    }

    private static bool TryInsert(Fingerprint[] slots, Fingerprint key, out int slot)
    {
        var mask = slots.Length - 1;
        for (slot = (int)key.Low & mask; ; slot = (slot + 1) & mask)
        {
            if (slots[slot] == key)
            {
                return false;
            }

            if (slots[slot] == default)
            {
                slots[slot] = key;
                return true;
            }
        }
    }

    private void Grow()
    {
        var slots = new Fingerprint[_slots.Length * 2];
        var bits = new uint[_bits.Length * 2];
        for (var old = 0; old < _slots.Length; old++)
        {
            if (_slots[old] != default)
            {
                TryInsert(slots, _slots[old], out var slot);
                if (bits.Length > 0)
                {
                    bits[slot] = _bits[old];
                }
            }
        }

        (_slots, _bits) = (slots, bits);
    }
}
