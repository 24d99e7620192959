namespace ConcurrentGc.Orinoco.Sweeping;

/// <summary>What a sweeper is told. Legal sequence: Sweep, at most one Pause; again when it has answered.</summary>
public enum SweeperVerb
{
    /// <summary>Sweep until no page is left. Answer: SweeperStopped, when none is or after a Pause.</summary>
    Sweep = 1,

    /// <summary>Stop behind the page at hand. No answer of its own: who has stopped already has said so.</summary>
    Pause = 2,
}
