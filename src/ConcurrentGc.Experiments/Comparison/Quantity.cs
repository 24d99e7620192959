namespace ConcurrentGc.Experiments.Comparison;

/// <summary>What a fidelity score compares.</summary>
public enum Quantity
{
    /// <summary>Allocated bytes.</summary>
    Allocated = 0,

    /// <summary>Number of scavenges.</summary>
    Scavenges = 1,

    /// <summary>Number of mark-compacts.</summary>
    MarkCompacts = 2,

    /// <summary>Promoted bytes.</summary>
    Promoted = 3,

    /// <summary>Copied bytes.</summary>
    Copied = 4,

    /// <summary>Largest total before a collection, bytes.</summary>
    Peak = 5,
}
