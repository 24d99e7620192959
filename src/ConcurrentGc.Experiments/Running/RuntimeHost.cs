namespace ConcurrentGc.Experiments.Running;

/// <summary>What hosts the roles.</summary>
public enum RuntimeHost
{
    /// <summary>One loop in virtual time: the same bits in every process.</summary>
    Virtual = 0,

    /// <summary>Real threads and the wall clock.</summary>
    Threads = 1,
}
