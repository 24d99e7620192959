namespace ConcurrentGc.Experiments.Workloads;

/// <summary>What a synthetic program does, read from a file. Immutable; every number lies in its range.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Bytes">Bytes that it allocates before it ends.</param>
/// <param name="Size">Bytes of an object, rounded up to whole words.</param>
/// <param name="Lifetime">Bytes that are allocated between its birth and its death.</param>
public sealed record Workload(string Name, long Bytes, Distribution Size, Distribution Lifetime)
{
    /// <summary>The smallest object: a header and a word.</summary>
    public const int LeastObjectBytes = 16;

    /// <summary>The largest object.</summary>
    public const int MostObjectBytes = 1 << 26;

    /// <summary>
    /// Objects that live at least so many bytes are allocated in old space at once, as V8 does at pretenured sites; zero:
    /// none is. Large objects are not.
    /// </summary>
    public long PretenuredLifetime { get; init; }

    /// <summary>Share of the objects that consist of pointers; the others have none.</summary>
    public double PointerShare { get; init; }

    /// <summary>Stores of a pointer into an object that exists already, for each object that is allocated.</summary>
    public double StoresPerObject { get; init; }

    /// <summary>Of these stores, the share whose value is the newest object.</summary>
    public double YoungShare { get; init; }

    /// <summary>Bytes of a request; zero: there are none.</summary>
    public long RequestBytes { get; init; }

    /// <summary>Bytes of a frame of its animation, behind which it sleeps until the next one is due; zero: it never sleeps.</summary>
    public long AnimationBytes { get; init; }

    /// <summary>Nanoseconds that it sleeps behind its last frame, before it ends.</summary>
    public long RestNanoseconds { get; init; }

    /// <summary>Frames of the stack at most; zero: there is none.</summary>
    public int FrameDepth { get; init; }

    /// <summary>Locals of a frame, which hold the newest objects that it allocated.</summary>
    public int FrameLocals { get; init; }

    /// <summary>Objects that are allocated between a call or return and the next.</summary>
    public int FrameObjects { get; init; }

    /// <summary>Instructions that the program runs for each object.</summary>
    public int InstructionsPerObject { get; init; }
}
