using System.Runtime.CompilerServices;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Actors.Shells;

/// <summary>The pace on real threads: a slice is a number of steps, the clock is the wall's, and nothing is priced.</summary>
/// <param name="clock">The world's wall clock.</param>
/// <param name="steps">Calls of <see cref="Spend"/> a slice, at least one.</param>
internal struct ThreadPace(WallClock clock, int steps) : IPace
{
    private readonly WallClock _clock = clock;
    private readonly int _steps = steps;
    private int _left;

    /// <inheritdoc/>
    public static bool IsConcurrent => true;

    /// <inheritdoc/>
    public readonly long Now => _clock.Now;

    /// <inheritdoc/>
    public void Begin() => _left = _steps - 1;

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Spend(Work work, long amount)
    {
        unchecked
        {
            _left--; // from the steps of a slice down to zero: it cannot overflow
        }

        return _left >= 0; // the processor knows the sign from the subtraction; another zero would cost a comparison
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public readonly void Pay(Work work, long amount)
    {
    }

    /// <inheritdoc/>
    public readonly void Settle()
    {
    }
}
