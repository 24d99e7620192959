namespace ConcurrentGc.Exploration.Searching;

/// <summary>Fingerprints of states that several threads meet: tables by the first bits, each for one thread at a time.</summary>
/// <param name="hasBits">Whether each has bits; see <see cref="Narrow"/>.</param>
public sealed class SharedFingerprints(bool hasBits = false)
{
    private const int TableBits = 6;
    private readonly FingerprintTable[] _tables = [.. Enumerable.Range(0, 1 << TableBits).Select(_ => new FingerprintTable(hasBits))];
    private readonly int[] _held = new int[16 << TableBits]; // one a cache line

    /// <summary>How many there are; while threads add some, about so many.</summary>
    public long Count => _tables.Sum(table => table.Count);

    /// <summary>Memory that they take now, in bytes.</summary>
    public long Bytes => _tables.Sum(table => table.Bytes);

    /// <summary>Adds one.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <returns>Whether it is new; of several threads that add it at a time one is told so.</returns>
    public bool Add(Fingerprint fingerprint)
    {
        var number = Hold(fingerprint);
        var isNew = _tables[number].Add(fingerprint);
        Volatile.Write(ref _held[number << 4], 0);
        return isNew;
    }

    /// <summary>Adds one, or keeps of its bits those that are given.</summary>
    /// <param name="fingerprint">The fingerprint.</param>
    /// <param name="bits">The bits.</param>
    /// <param name="before">Its bits before; if it is new, all.</param>
    /// <returns>Whether it is new.</returns>
    public bool Narrow(Fingerprint fingerprint, uint bits, out uint before)
    {
        var number = Hold(fingerprint);
        var isNew = _tables[number].Narrow(fingerprint, bits, out before);
        Volatile.Write(ref _held[number << 4], 0);
        return isNew;
    }

    private int Hold(Fingerprint fingerprint)
    {
        var number = (int)(fingerprint.High >> (64 - TableBits));
        ref var held = ref _held[number << 4];
        var spin = default(SpinWait);
        while (Interlocked.CompareExchange(ref held, 1, 0) != 0)
        {
            spin.SpinOnce();
        }

        return number;
    }

    /// <summary>All of them, in no order that means anything, with their bits; while nobody adds one.</summary>
    public IEnumerable<(Fingerprint Fingerprint, uint Bits)> All() => _tables.SelectMany(table => table.All());
}
