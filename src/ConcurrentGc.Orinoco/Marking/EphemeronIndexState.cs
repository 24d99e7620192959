namespace ConcurrentGc.Orinoco.Marking;

/// <summary>Words of an <see cref="EphemeronIndex"/>.</summary>
internal struct EphemeronIndexState
{
    /// <summary>Slots, a power of two: each the number of its first pair, from one; zero: it has none.</summary>
    public long Slots;

    /// <summary>Byte offset of the slots.</summary>
    public long FirstSlot;

    /// <summary>Byte offset of the pairs: key, value, number of the next pair of the slot.</summary>
    public long FirstPair;

    /// <summary>Pairs noted.</summary>
    public long Count;
}
