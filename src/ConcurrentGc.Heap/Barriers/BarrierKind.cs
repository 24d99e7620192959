namespace ConcurrentGc.Heap.Barriers;

/// <summary>What the marking part of the write barrier does, and when. See Note [Kinds of barriers].</summary>
public enum BarrierKind
{
    /// <summary>Stores, then shades the stored value: V8's, after Dijkstra.</summary>
    DijkstraStoreShade = 0,

    /// <summary>Shades the value, then stores it.</summary>
    DijkstraShadeStore = 1,

    /// <summary>Shades the value that is overwritten, then stores: Yuasa's deletion barrier.</summary>
    Yuasa = 2,

    /// <summary>Shades both values, then stores: Go's.</summary>
    Hybrid = 3,

    /// <summary>Stores, then turns a black holder of a white value grey again: Steele's, a retreat of the wavefront.</summary>
    Steele = 4,

    /// <summary>Shades nothing.</summary>
    None = 5,
}
