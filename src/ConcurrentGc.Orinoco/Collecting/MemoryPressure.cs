namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>How short memory is, as the embedder says; V8's MemoryPressureLevel.</summary>
public enum MemoryPressure
{
    /// <summary>It is not.</summary>
    None = 0,

    /// <summary>Marking starts, if none is under way, to reduce memory.</summary>
    Moderate = 1,

    /// <summary>A full collection at once, and another one or marking behind it if there is more to be had.</summary>
    Critical = 2,
}
