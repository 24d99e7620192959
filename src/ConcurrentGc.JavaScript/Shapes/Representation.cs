namespace ConcurrentGc.JavaScript.Shapes;

/// <summary>What values a property has had.</summary>
internal enum Representation
{
    /// <summary>No value yet.</summary>
    None = 0,

    /// <summary>Small integers.</summary>
    Smi = 1,

    /// <summary>Numbers: each object has a box of its own, written in place.</summary>
    Double = 2,

    /// <summary>Any values.</summary>
    Tagged = 3,
}
