namespace ConcurrentGc.Orinoco.Footprint;

/// <summary>What a program can ask about its process and the machine.</summary>
public sealed record ProcessSettings
{
    /// <summary>Threads of V8's pool.</summary>
    public int Helpers { get; init; } = 4;

    /// <summary>Physical memory, bytes.</summary>
    public long PhysicalBytes { get; init; } = NodeProcess.PhysicalBytes;

    /// <summary>Whether that is a constraint of the process, as in a container.</summary>
    public bool IsConstrained { get; init; }

    /// <summary>V8's limit of the heap: the largest old generation and three times the largest semispace, bytes.</summary>
    public long HeapLimitBytes { get; init; }
}
