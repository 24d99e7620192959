using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Orinoco.Embedding;

/// <summary>What the embedder does; words, fixed for a run.</summary>
public struct EmbedderSettings
{
    /// <summary>Nanoseconds between two frames.</summary>
    public long FrameNanoseconds;

    /// <summary>Non-zero: it grants idle time.</summary>
    public int GrantsTime;

    /// <summary>When it tells that memory is short, nanoseconds of the host's clock; zero: never.</summary>
    public long PressureAt;

    /// <summary>How short memory is then.</summary>
    public MemoryPressure Pressure;
}
