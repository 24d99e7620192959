namespace ConcurrentGc.Experiments.Running;

/// <summary>How much is logged; each level includes those after it.</summary>
public enum LogVolume
{
    /// <summary>Nothing, at no cost.</summary>
    Off = 0,

    /// <summary>Every message between roles.</summary>
    Verbose = 1,

    /// <summary>Phases and decisions.</summary>
    Debug = 2,

    /// <summary>Collections.</summary>
    Information = 3,

    /// <summary>What looks wrong and was survived.</summary>
    Warning = 4,

    /// <summary>What stopped a run.</summary>
    Error = 5,
}
