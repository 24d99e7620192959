namespace ConcurrentGc.Experiments.Checking;

/// <summary>The same numbers from the same seed, on every platform.</summary>
internal struct SeededRandom(ulong seed)
{
    private ulong _state = unchecked(seed * 0x9E3779B97F4A7C15) | 1;

    public int Next(int bound)
    {
        _state ^= _state << 13;
        _state ^= _state >> 7;
        _state ^= _state << 17;
        return (int)((_state >> 11) % (ulong)bound);
    }
}
