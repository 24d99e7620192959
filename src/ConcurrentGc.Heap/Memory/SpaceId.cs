namespace ConcurrentGc.Heap.Memory;

/// <summary>The spaces of the heap.</summary>
public enum SpaceId
{
    /// <summary>No space: the page is free.</summary>
    None = 0,

    /// <summary>Immortal, immovable objects.</summary>
    ReadOnly = 1,

    /// <summary>Young objects, two semispaces.</summary>
    New = 2,

    /// <summary>Young objects over the regular limit.</summary>
    NewLarge = 3,

    /// <summary>Tenured objects.</summary>
    Old = 4,

    /// <summary>Instruction streams.</summary>
    Code = 5,

    /// <summary>Old objects over the regular limit.</summary>
    Large = 6,

    /// <summary>Tenured objects without pointers, where spaces go by content; then <see cref="Old"/> has the others.</summary>
    OldData = 7,

    /// <summary>Map objects, where spaces go by content.</summary>
    Map = 8,

    /// <summary>Cells of closures, where spaces go by content.</summary>
    Cell = 9,

    /// <summary>Cells of global variables, where spaces go by content.</summary>
    PropertyCell = 10,
}
