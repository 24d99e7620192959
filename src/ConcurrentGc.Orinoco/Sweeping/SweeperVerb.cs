namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>What a sweeper is told.</summary>
public enum SweeperVerb
{
    /// <summary>Sweep the pages of the item list. Answer: Finished.</summary>
    Sweep = 1,
}
