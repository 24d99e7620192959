namespace ConcurrentGc.Exploration.Searching;

/// <summary>Fingerprints of states that were met: open addressing.</summary>
public sealed class FingerprintTable
{
    private const int FirstSlots = 1 << 6;
    private Fingerprint[] _slots = new Fingerprint[FirstSlots];

    /// <summary>How many there are.</summary>
    public long Count { get; private set; }

    /// <summary>Memory that they take now, in bytes.</summary>
    public long Bytes => (long)_slots.Length * 16;

    /// <summary>Adds one.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <returns>Whether it is new.</returns>
    public bool Add(Fingerprint fingerprint)
    {
        var key = fingerprint == default ? new Fingerprint(1, 1) : fingerprint; // zero is an empty slot
        if (!TryInsert(_slots, key))
        {
            return false;
        }

        if (++Count > _slots.Length / 3 * 2)
        {
            Grow();
        }

        return true;
    }

    /// <summary>All of them, in no order that means anything.</summary>
    public IEnumerable<Fingerprint> All() => _slots.Where(key => key != default);

    private static bool TryInsert(Fingerprint[] slots, Fingerprint key)
    {
        var mask = slots.Length - 1;
        for (var at = (int)key.Low & mask; ; at = (at + 1) & mask)
        {
            if (slots[at] == key)
            {
                return false;
            }

            if (slots[at] == default)
            {
                slots[at] = key;
                return true;
            }
        }
    }

    private void Grow()
    {
        var slots = new Fingerprint[_slots.Length * 2];
        foreach (var key in _slots)
        {
            if (key != default)
            {
                TryInsert(slots, key);
            }
        }

        _slots = slots;
    }
}
