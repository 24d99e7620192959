namespace ConcurrentGc.Experiments.Running;

/// <summary>What the file of a program is.</summary>
public enum ProgramKind
{
    /// <summary>JavaScript.</summary>
    JavaScript = 0,

    /// <summary>The description of a synthetic program.</summary>
    Workload = 1,

    /// <summary>An allocation trace.</summary>
    Trace = 2,
}
