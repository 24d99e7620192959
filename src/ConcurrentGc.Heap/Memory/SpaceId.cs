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
}
