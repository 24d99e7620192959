namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>How full collections mark; each technique includes what is written above it but for the first.</summary>
public enum MarkingTechnique
{
    /// <summary>
    /// Marking never starts by the limit: full collections run only where nothing else helps. V8's
    /// <c>--no-incremental-marking</c>.
    /// </summary>
    OnFailure = 0,

    /// <summary>One full pause where V8 would start marking. No technique of V8's: the baseline to compare with.</summary>
    Atomic = 1,

    /// <summary>In steps on the main thread while the program runs, then a pause. V8's <c>--no-concurrent-marking</c>.</summary>
    Incremental = 2,

    /// <summary>Also on helpers beside the program: V8's default.</summary>
    Concurrent = 3,
}
