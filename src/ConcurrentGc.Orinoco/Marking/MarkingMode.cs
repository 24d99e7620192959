namespace ConcurrentGc.Orinoco.Marking;

/// <summary>When a marker works.</summary>
public enum MarkingMode
{
    /// <summary>In the pause: the mutators stand.</summary>
    InPause = 0,

    /// <summary>In a step on the main thread, up to a number of bytes; other markers may work beside it.</summary>
    InStep = 1,

    /// <summary>On a helper, beside the program.</summary>
    Concurrent = 2,

    /// <summary>In the pause, on the main thread alone: of each object it asks whether it is the key of a pair.</summary>
    FollowingKeys = 3,
}
