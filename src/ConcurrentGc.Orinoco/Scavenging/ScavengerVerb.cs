namespace ConcurrentGc.Orinoco.Scavenging;

/// <summary>What a scavenger is told. Legal sequence: VisitRoots (worker 0 only), Copy, any number of Wake, Finish.</summary>
public enum ScavengerVerb
{
    /// <summary>Visit the roots, without following what they point to further than one copy. Answer: RootsVisited.</summary>
    VisitRoots = 1,

    /// <summary>Process pages and lists until both are empty everywhere. Answer: RanDry, each time.</summary>
    Copy = 2,

    /// <summary>Somebody published work: look again. Answer: RanDry.</summary>
    Wake = 3,

    /// <summary>Close the copy buffer, give back what is left. Answer: Finished.</summary>
    Finish = 4,
}
