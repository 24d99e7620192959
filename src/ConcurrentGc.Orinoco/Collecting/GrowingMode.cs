namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>How much the old generation may grow after a full collection.</summary>
/// <remarks>Source: V8 11.3, heap/heap.cc (CurrentHeapGrowingMode).</remarks>
public enum GrowingMode
{
    /// <summary>By the speeds of collector and program.</summary>
    Default = 0,

    /// <summary>At most by the conservative factor: nothing asks for speed.</summary>
    Slow = 1,

    /// <summary>The same, and with a smaller least step: memory matters more than time.</summary>
    Conservative = 2,

    /// <summary>By the least factor: the collection was for memory.</summary>
    Minimal = 3,
}
