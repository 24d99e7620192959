namespace ConcurrentGc.Experiments.Calibration;

/// <summary>One start of Node.</summary>
/// <param name="Flags">Flags for Node and V8.</param>
/// <param name="Script">A file of <c>config/calibration</c> or <c>config/programs</c>, without its ending.</param>
/// <param name="Arguments">What stands after the script.</param>
public sealed record NodeRun(IReadOnlyList<string> Flags, string Script, IReadOnlyList<string> Arguments)
{
    /// <summary>The script with programs in which one cost stands out.</summary>
    public const string Costs = "costs";

    private static readonly string[] _traced = ["--predictable", "--expose-gc", "--trace-gc", "--trace-gc-nvp"];

    /// <summary>A program of <c>costs.js</c> that traces its collections, on one thread.</summary>
    /// <param name="words">Mode and numbers, separated by spaces.</param>
    /// <param name="semispaceMegabytes">Size of the nursery, which does not grow then; zero: V8's own.</param>
    public static NodeRun Traced(string words, int semispaceMegabytes = 0) => new(
        semispaceMegabytes == 0
            ? _traced
            : [.. _traced, $"--min-semi-space-size={semispaceMegabytes}", $"--max-semi-space-size={semispaceMegabytes}"],
        Costs,
        words.Split(' '));

    /// <summary>The line as one types it.</summary>
    public override string ToString() => string.Join(' ', [.. Flags, Script, .. Arguments]);
}
