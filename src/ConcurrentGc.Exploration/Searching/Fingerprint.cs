namespace ConcurrentGc.Exploration.Searching;

/// <summary>
/// A hash of 128 bits that follows single words: the sum, bit by bit without carry, of a hash of each word and its place.
/// The chance that two of n states share one is below n² / 2^129: for a hundred million states 1.5 in 10^23.
/// </summary>
/// <param name="Low">Half of it.</param>
/// <param name="High">The other half.</param>
public readonly record struct Fingerprint(ulong Low, ulong High)
{
    private const ulong Golden = 0x9e3779b97f4a7c15;

    /// <summary>The fingerprint after a word has changed.</summary>
    /// <param name="index">Its place.</param>
    /// <param name="old">What it was.</param>
    /// <param name="now">What it is.</param>
    public Fingerprint Exchange(int index, ulong old, ulong now) => new(
        Low ^ Hash(index, old, Golden) ^ Hash(index, now, Golden),
        High ^ Hash(index, old, ~Golden) ^ Hash(index, now, ~Golden));

    /// <summary>A product of 128 bits, folded: each bit of the word reaches each bit of the hash.</summary>
    private static ulong Hash(int index, ulong word, ulong seed)
    {
        var high = Math.BigMul(word ^ seed, ((ulong)(index + 1) * Golden) ^ (seed >> 7) | 1, out var low);
        var mixed = high ^ low;
        high = Math.BigMul(mixed ^ (ulong)index, seed * 0xd6e8feb86659fd93 | 1, out low);
        return high ^ low;
    }
}
