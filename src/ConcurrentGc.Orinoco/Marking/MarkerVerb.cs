namespace ConcurrentGc.Orinoco.Marking;

/// <summary>What a marker is told. Legal sequence: VisitRoots (worker 0 only), Mark, any number of Wake.</summary>
public enum MarkerVerb
{
    /// <summary>Shade what the roots point to. Answer: RootsVisited.</summary>
    VisitRoots = 1,

    /// <summary>Scan grey objects until there are none anywhere. Answer: RanDry, each time.</summary>
    Mark = 2,

    /// <summary>Somebody published grey objects: look again. Answer: RanDry.</summary>
    Wake = 3,
}
