namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Values that are immovable objects.</summary>
internal enum Oddball
{
    /// <summary>undefined.</summary>
    Undefined = 0,

    /// <summary>null.</summary>
    Null = 1,

    /// <summary>true.</summary>
    True = 2,

    /// <summary>false.</summary>
    False = 3,

    /// <summary>Not initialized; a gap in an array.</summary>
    Hole = 4,
}
