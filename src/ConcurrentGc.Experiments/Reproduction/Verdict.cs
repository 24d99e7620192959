namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>What became of a published result.</summary>
public enum Verdict
{
    /// <summary>The number lies in its band.</summary>
    Holds = 0,

    /// <summary>It does not.</summary>
    Differs = 1,

    /// <summary>A run did not complete, so there is no number.</summary>
    NoNumber = 2,

    /// <summary>Nothing of what the number is about happened.</summary>
    NoCollection = 3,

    /// <summary>A technique is missing that is not built yet.</summary>
    NotYet = 4,

    /// <summary>Another collector would be needed.</summary>
    NotModeled = 5,
}
