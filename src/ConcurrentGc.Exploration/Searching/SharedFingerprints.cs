namespace ConcurrentGc.Exploration.Searching;

/// <summary>Fingerprints of states that several threads meet: tables by the first bits, each for one thread at a time.</summary>
public sealed class SharedFingerprints
{
    private const int TableBits = 6;
    private readonly FingerprintTable[] _tables = [.. Enumerable.Range(0, 1 << TableBits).Select(_ => new FingerprintTable())];
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
        var number = (int)(fingerprint.High >> (64 - TableBits));
        ref var held = ref _held[number << 4];
        var spin = default(SpinWait);
        while (Interlocked.CompareExchange(ref held, 1, 0) != 0)
        {
            spin.SpinOnce();
        }

        var isNew = _tables[number].Add(fingerprint);
        Volatile.Write(ref held, 0);
        return isNew;
    }

    /// <summary>All of them, in no order that means anything; while nobody adds one.</summary>
    public IEnumerable<Fingerprint> All() => _tables.SelectMany(table => table.All());
}
