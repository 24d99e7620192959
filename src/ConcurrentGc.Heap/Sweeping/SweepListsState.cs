namespace ConcurrentGc.Heap.Sweeping;

/// <summary>Words of the lists that sweeping goes by.</summary>
public struct SweepListsState
{
    /// <summary>Lock of all lists: zero free, else the holder's number plus one. Shared; taken by compare-and-swap. Stands first.</summary>
    public long Lock;

    /// <summary>
    /// Non-zero from the pause of a full collection until its sweeping was completed, even when no page is left to be
    /// swept. Written by the collector while the mutators stand and no worker sweeps.
    /// </summary>
    public long IsUnderWay;

    /// <summary>The full collection whose pages these are; written likewise.</summary>
    public long Epoch;

    /// <summary>Pages of old space.</summary>
    public SpaceSweepLists Old;

    /// <summary>Pages of code space.</summary>
    public SpaceSweepLists Code;

    /// <summary>Pages of old-data space.</summary>
    public SpaceSweepLists OldData;

    /// <summary>Pages of map space.</summary>
    public SpaceSweepLists Map;

    /// <summary>Pages of cell space.</summary>
    public SpaceSweepLists Cell;

    /// <summary>Pages of property-cell space.</summary>
    public SpaceSweepLists PropertyCell;
}
