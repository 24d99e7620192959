namespace ConcurrentGc.Orinoco.Marking;

/// <summary>
/// What a marker is told. Legal sequence beside the program: VisitGlobals (worker 0 only), then Step (worker 0) or
/// MarkConcurrently (others), any number of Wake and Take, Pause. In the pause: VisitRoots (worker 0 only), Mark
/// or, worker 0 alone, FollowKeys, any number of Wake.
/// </summary>
public enum MarkerVerb
{
    /// <summary>Shade what the roots point to. Answer: RootsVisited.</summary>
    VisitRoots = 1,

    /// <summary>Scan grey objects until there are none anywhere. Answer: RanDry, each time.</summary>
    Mark = 2,

    /// <summary>The same, by worker 0 alone, with the values of keys that turn black. Answer: RanDry.</summary>
    FollowKeys = 3,

    /// <summary>Somebody published grey objects: look again. Answer: RanDry. Nothing when it works already.</summary>
    Wake = 4,

    /// <summary>Marking starts: shade what the roots point to that are no stack, unless told so. Answer: RootsVisited.</summary>
    VisitGlobals = 5,

    /// <summary>Scan so many bytes, or until there is nothing grey. Answer: Stepped or SteppedDry.</summary>
    Step = 6,

    /// <summary>Scan beside the program. Answer: RanDry, each time.</summary>
    MarkConcurrently = 7,

    /// <summary>Publish everything and stand. Answer: Paused.</summary>
    Pause = 8,

    /// <summary>A mutator shaded these objects: they are this marker's now. No answer.</summary>
    Take = 9,
}
