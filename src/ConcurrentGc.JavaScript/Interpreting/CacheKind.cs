namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Where the second entry of an inline cache finds its property.</summary>
internal enum CacheKind
{
    /// <summary>No entry.</summary>
    None = 0,

    /// <summary>In the receiver.</summary>
    Field = 1,

    /// <summary>In the receiver, a boxed double that only the receiver points to.</summary>
    DoubleField = 2,

    /// <summary>In the receiver's store of properties.</summary>
    OutOfObject = 3,

    /// <summary>In a prototype.</summary>
    Prototype = 4,
}
