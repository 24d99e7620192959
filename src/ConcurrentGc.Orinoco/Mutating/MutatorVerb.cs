namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// What a mutator is told. Legal sequence: Start, then Stop and Resume in turn; OutOfMemory ends it. Wake comes from the embedder.
/// </summary>
public enum MutatorVerb
{
    /// <summary>Run the program.</summary>
    Start = 1,

    /// <summary>Stand at the next safepoint. Answer: Stopped; none when it stands already because it asked for room.</summary>
    Stop = 2,

    /// <summary>The pause is over.</summary>
    Resume = 3,

    /// <summary>There is no room for what was asked; the program ends.</summary>
    OutOfMemory = 4,

    /// <summary>The time has come that its program slept for. At most one is on its way.</summary>
    Wake = 5,
}
