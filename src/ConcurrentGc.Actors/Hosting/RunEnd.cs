namespace ConcurrentGc.Actors.Hosting;

/// <summary>How a run ended.</summary>
public enum RunEnd
{
    /// <summary>No role had work left, and every program had ended or found the heap full.</summary>
    Finished,

    /// <summary>No role had work left and no message was on its way, but a program had not ended: a lost wake-up.</summary>
    Stalled,

    /// <summary>A role failed or a message was lost.</summary>
    Failed,

    /// <summary>The caller canceled it.</summary>
    Canceled,
}
