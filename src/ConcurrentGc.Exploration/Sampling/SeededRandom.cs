namespace ConcurrentGc.Exploration.Sampling;

/// <summary>The same numbers from the same seed, on every platform.</summary>
/// <param name="seed">Any number.</param>
public struct SeededRandom(ulong seed)
{
    private ulong _state = unchecked(seed * 0x9E3779B97F4A7C15) | 1;

    /// <summary>The next number.</summary>
    /// <param name="bound">At least one.</param>
    /// <returns>From zero up to, not including, <paramref name="bound"/>.</returns>
    public int Next(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 11) % (ulong)bound);
    }
}
