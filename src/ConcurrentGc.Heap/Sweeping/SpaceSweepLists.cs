namespace ConcurrentGc.Heap.Sweeping;

/// <summary>The lists of one space. Owner: who holds <see cref="SweepLists.LockAddress"/>.</summary>
public struct SpaceSweepLists
{
    /// <summary>The page that is swept next; zero: none. Linked by <see cref="Memory.PageHeader.NextToSweep"/>.</summary>
    public long Next;

    /// <summary>What was next when the running scavenge began.</summary>
    public long NextBeforeScavenge;

    /// <summary>The page that was swept last and is not linked yet; zero: none. Linked by <see cref="Memory.PageHeader.NextSwept"/>.</summary>
    public long Swept;
}
