namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>Tells the sweeper of backing stores to sweep all that is prepared. Answer: BackingStoresSwept.</summary>
/// <param name="Epoch">The cycle.</param>
public readonly record struct BackingStoreSweeperMessage(long Epoch);
