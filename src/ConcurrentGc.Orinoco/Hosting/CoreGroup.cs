namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>
/// Where an actor runs. Actors of one isolate's main thread share one core and never run at the same time; helpers
/// share the cores of the machine's pool.
/// </summary>
/// <param name="Isolate">Zero-based isolate for a main thread; minus one for the helpers of all isolates.</param>
public readonly record struct CoreGroup(int Isolate)
{
    /// <summary>The pool of helper threads.</summary>
    public static CoreGroup Helpers => new(-1);

    /// <summary>Whether this is the helpers' pool.</summary>
    public bool IsHelpers => Isolate < 0;

    /// <summary>The main thread of an isolate.</summary>
    /// <param name="isolate">Zero-based.</param>
    public static CoreGroup Main(int isolate) => new(isolate);

    /// <summary>The dispatcher's name: <c>main-0</c>, <c>helpers</c>.</summary>
    public override string ToString() => IsHelpers ? "helpers" : $"main-{Isolate}";
}
