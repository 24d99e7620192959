namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>How the number of a measure is read.</summary>
public enum MeasureUnit
{
    /// <summary>A relative change: -0.5 is half as much.</summary>
    Change = 0,

    /// <summary>A ratio: 2 is twice as much.</summary>
    Times = 1,

    /// <summary>Milliseconds of virtual time.</summary>
    Milliseconds = 2,

    /// <summary>A share of time, zero to one.</summary>
    Share = 3,
}
