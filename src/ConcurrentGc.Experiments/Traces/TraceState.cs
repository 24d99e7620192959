namespace ConcurrentGc.Experiments.Traces;

/// <summary>Words of a program that follows a trace, in the side region. Owner: the program.</summary>
internal struct TraceState
{
    /// <summary>Byte offset of the line that is next.</summary>
    public long Place;

    /// <summary>Its one-based number.</summary>
    public long Line;

    /// <summary>Objects of the line that are allocated already.</summary>
    public long Done;

    /// <summary>The roots of the whole program.</summary>
    public TraceRoots Roots;

    /// <summary>Objects that allocations hold.</summary>
    public TraceRoots Held;

    /// <summary>Frames: before its locals each has the place of the frame before.</summary>
    public TraceRoots Stack;

    /// <summary>Where the locals of the top frame begin; zero: there is no frame.</summary>
    public long Frame;
}
