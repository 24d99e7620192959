namespace ConcurrentGc.JavaScript.Buffers;

/// <summary>What the elements of a typed array are, in the order of the classes.</summary>
internal enum ElementKind
{
    /// <summary>Signed bytes.</summary>
    Int8 = 0,

    /// <summary>Bytes.</summary>
    Uint8 = 1,

    /// <summary>Bytes to which the nearest one is stored.</summary>
    Uint8Clamped = 2,

    /// <summary>Signed 16-bit integers.</summary>
    Int16 = 3,

    /// <summary>16-bit integers.</summary>
    Uint16 = 4,

    /// <summary>Signed 32-bit integers.</summary>
    Int32 = 5,

    /// <summary>32-bit integers.</summary>
    Uint32 = 6,

    /// <summary>Single precision.</summary>
    Float32 = 7,

    /// <summary>Double precision.</summary>
    Float64 = 8,
}
