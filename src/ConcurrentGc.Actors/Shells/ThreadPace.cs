using System.Runtime.CompilerServices;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Actors.Shells;

// Note [Waiting for a lock].
//
// A role that finds a lock taken pays LockWait and ends its slice: what it waits for is in its state, and its Continue
// brings it back behind the other messages of its thread. In virtual time the payment lets the clock pass. On threads
// the holder may be off its core for a time slice of the operating system, or in code that is compiled just then: 5 ms
// were measured. A waiter that comes back at once does so 5,000 times meanwhile and keeps busy the very core that the
// holder could have had; giving the core away each time changes nothing while the holder waits for another core.
//
// So after some quick tries, which are enough for every holder that runs, the next Continue comes a millisecond later.
// No thread waits: the other roles of this one go on. The role does not know, and nor does the holder.

/// <summary>The pace on real threads: a slice is a number of steps, the clock is the wall's, and nothing is priced.</summary>
/// <param name="clock">The world's wall clock.</param>
/// <param name="steps">Units of work a slice, as <see cref="Spend"/> counts them; at least one.</param>
internal struct ThreadPace(WallClock clock, int steps) : IPace
{
    private const int QuickTries = 20;
    private const long NanosecondsAMillisecond = 1_000_000;

    private readonly WallClock _clock = clock;
    private readonly int _steps = steps;
    private int _left;
    private bool _isWaiting;
    private int _tries;

    /// <inheritdoc/>
    public static bool IsConcurrent => true;

    /// <inheritdoc/>
    public readonly long Now => _clock.Now;

    /// <inheritdoc/>
    public readonly long Worked => _clock.Now;

    /// <inheritdoc/>
    public readonly bool Defers => _tries > QuickTries;

    /// <inheritdoc/>
    public void Begin() => (_left, _isWaiting) = (_steps - 1, false);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Spend(Work work, long amount)
    {
        unchecked
        {
            _left -= (int)amount; // mostly the constant one; a program spends thousands at a time
        }

        return _left >= 0; // the processor knows the sign from the subtraction; another zero would cost a comparison
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pay(Work work, long amount)
    {
        if (work == Work.LockWait) // always a constant: other calls cost nothing
        {
            _isWaiting = true;
        }
    }

    /// <inheritdoc/>
    public readonly void Settle()
    {
    }

    /// <inheritdoc/>
    public readonly void Later(long nanoseconds, Action happen)
    {
        // Akka's scheduler would be ten times as coarse. Whole milliseconds, rounded up, and one more: timers count those of
        // a clock that ticks once in each, and it may do so right now. Never early.
        var milliseconds = ((nanoseconds + NanosecondsAMillisecond - 1) / NanosecondsAMillisecond) + 1;
        Timer? timer = null;
        timer = new Timer(_ =>
        {
            timer!.Dispose();
            happen();
        });
        timer.Change(milliseconds, Timeout.Infinite);
    }

    /// <inheritdoc/>
    public void End() => _tries = _isWaiting ? _tries + 1 : 0;
}
