namespace ConcurrentGc.Experiments.Workloads;

/// <summary>
/// A seeded sequence of random numbers in one word, so that it is part of a program's words. Equal seeds give equal
/// sequences on every platform.
/// </summary>
/// <remarks>Source: Steele, Lea, Flood, "Fast splittable pseudorandom number generators" (SplitMix64).</remarks>
public struct RandomSequence
{
    private ulong _state;

    /// <summary>A sequence.</summary>
    /// <param name="seed">Any number.</param>
    public RandomSequence(long seed) => _state = (ulong)seed;

    /// <summary>The next 64 bits.</summary>
    public ulong Next()
    {
        unchecked
        {
            _state += 0x9E3779B97F4A7C15;
            var mixed = (_state ^ (_state >> 30)) * 0xBF58476D1CE4E5B9;
            mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
            return mixed ^ (mixed >> 31);
        }
    }

    /// <summary>A number from zero up to, not including, one.</summary>
    public double NextFraction()
    {
        const int unusedBits = 11;
        const double unit = 1.0 / (1L << 53);
        return (Next() >> unusedBits) * unit;
    }

    /// <summary>A number above zero, up to and including one: one that has a logarithm.</summary>
    public double NextPositiveFraction() => 1 - NextFraction();

    /// <summary>A whole number from zero up to, not including, a bound.</summary>
    /// <param name="bound">At least one, below 2^53.</param>
    public long NextBelow(long bound) => (long)(NextFraction() * bound);
}
