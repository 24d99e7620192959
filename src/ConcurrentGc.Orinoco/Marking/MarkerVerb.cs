namespace ConcurrentGc.Orinoco.Marking;

/// <summary>
/// What a marker is told. Legal sequence beside the program: VisitGlobals (worker 0 only), then Step (worker 0) or
/// MarkConcurrently (others), any number of Wake and Take, Pause. In the pause: VisitRoots (worker 0 only), Mark, any
/// number of Wake.
/// </summary>
public enum MarkerVerb
{
    /// <summary>Shade what the roots point to. Answer: RootsVisited.</summary>
    VisitRoots = 1,

    /// <summary>Scan grey objects until there are none anywhere. Answer: RanDry, each time.</summary>
    Mark = 2,

    /// <summary>The same, by worker 0 alone, with the values of keys that turn black. Answer: RanDry.</summary>
    FollowKeys = 9,

    /// <summary>Somebody published grey objects: look again. Answer: RanDry. Nothing when it works already.</summary>
    Wake = 3,

    /// <summary>Marking starts: shade what the roots point to that are no stack, unless told so. Answer: RootsVisited.</summary>
    VisitGlobals = 4,

    /// <summary>Scan so many bytes, or until there is nothing grey. Answer: Stepped or SteppedDry.</summary>
    Step = 5,

    /// <summary>Scan beside the program. Answer: RanDry, each time.</summary>
    MarkConcurrently = 6,

    /// <summary>Publish everything and stand. Answer: Paused.</summary>
    Pause = 7,

    /// <summary>A mutator shaded these objects: they are this marker's now. No answer.</summary>
    Take = 8,
}
