namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What the collector does in idle time that the embedder grants. See Note [Idle time].</summary>
public enum IdleTimeUse
{
    /// <summary>As V8 11.3: its tasks, among them marking steps of a millisecond, whatever time is left.</summary>
    Current = 0,

    /// <summary>The same tasks, and no time is granted: as in Node.</summary>
    None = 1,

    /// <summary>As V8 in 2016: scavenges, marking steps and the end of marking, each if it is likely to fit.</summary>
    Fitting = 2,
}
