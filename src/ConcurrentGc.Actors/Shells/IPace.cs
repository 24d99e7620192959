using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Actors.Shells;

/// <summary>
/// What differs between threads and virtual time while a role runs: the clock and the length of a slice. A struct type
/// parameter of <see cref="Turn{TPace}"/>, so that the JIT inlines it. Owned by one shell; lives from slice to slice.
/// </summary>
internal interface IPace
{
    /// <summary>Whether other actors run at the same time.</summary>
    static abstract bool IsConcurrent { get; }

    /// <summary>Nanoseconds since the world began.</summary>
    long Now { get; }

    /// <summary>
    /// Nanoseconds that the role has worked since the world began: what it paid, in virtual time; on threads, where a slice is
    /// not timed, all that have passed.
    /// </summary>
    long Worked { get; }

    /// <summary>
    /// Whether the role has waited for a lock for so long that its next slice should not begin at once, but a millisecond
    /// later. Asked between two slices. See Note [Waiting for a lock].
    /// </summary>
    bool Defers { get; }

    /// <summary>Starts a slice.</summary>
    void Begin();

    /// <summary>Pays for work. False: the slice is over.</summary>
    /// <param name="work">What was done.</param>
    /// <param name="amount">How much of it, in its own unit.</param>
    bool Spend(Work work, long amount);

    /// <summary>Pays for work that is no place to stop at.</summary>
    /// <param name="work">What was done.</param>
    /// <param name="amount">How much of it, in its own unit.</param>
    void Pay(Work work, long amount);

    /// <summary>Lets the clock pass what was paid: before a message leaves.</summary>
    void Settle();

    /// <summary>Does something after a while.</summary>
    /// <param name="nanoseconds">From now.</param>
    /// <param name="happen">What; on threads, on any thread.</param>
    void Later(long nanoseconds, Action happen);

    /// <summary>Ends the slice: the clock passes what was paid.</summary>
    void End();
}
