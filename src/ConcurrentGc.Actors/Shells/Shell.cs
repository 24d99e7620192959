using System.Globalization;
using System.Runtime.CompilerServices;
using Akka.Actor;

namespace ConcurrentGc.Actors.Shells;

/// <summary>
/// What all shells have in common, for diagnosis. Written by the actor's own thread; other threads may read a value that
/// is a little old.
/// </summary>
/// <param name="number">The actor's number in its host.</param>
internal abstract class Shell(int number) : UntypedActor
{
    // Shells are allocated one after the other. The gap keeps the hot fields of two of them, which run on different
    // threads, from sharing a cache line (pairs of 64 bytes are fetched together).
#pragma warning disable CS0169, IDE0051, IDE0044, S1144 // Never read: it only takes up room.
    private readonly CacheLines _gap;
#pragma warning restore CS0169, IDE0051, IDE0044, S1144

    /// <summary>The actor's number in its host.</summary>
    public int Number { get; } = number;

    /// <summary>How many messages were handled so far, <see cref="Continue"/> included.</summary>
    public long Handled { get; protected set; }

    /// <summary>Whether a <see cref="Continue"/> of its own waits in its mailbox, or a timer will send it: the role has work left.</summary>
    public bool HasWork { get; protected set; }

    /// <summary>Whether it is inside a message right now.</summary>
    public bool IsRunning { get; protected set; }

    /// <summary>What it is at, in a few words.</summary>
    public string Describe() => string.Create(CultureInfo.InvariantCulture,
        $"{Handled} messages handled, {(IsRunning ? "running" : HasWork ? "work left" : "idle")}");

    [InlineArray(16)]
    private struct CacheLines
    {
        private long _first;
    }
}
