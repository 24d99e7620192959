namespace ConcurrentGc.Cli.Parsing;

/// <summary>Flags of Node and V8 that have another name here, or nothing to switch.</summary>
public static class ForeignFlags
{
    private static readonly Dictionary<string, string> _instead = new(StringComparer.Ordinal)
    {
        ["--no-opt"] = "here it is --js-tier ignition",
        ["--noopt"] = "here it is --js-tier ignition",
        ["--jitless"] = "here it is --js-tier ignition",
        ["--random-seed"] = "here it is --seed",
        ["--v8-pool-size"] = "here it is --helpers",
        ["--single-threaded"] = "here it is --predictable",
        ["--max-heap-size"] = "give --max-old-space-size and --max-semi-space-size",
        ["--trace-gc-verbose"] = "here it is --trace-gc-nvp, or --json for all numbers",
        ["--expose-gc"] = "a program cannot ask for a collection; --gc-interval N collects after every N allocations",
    };

    /// <summary>What to write instead.</summary>
    /// <param name="name">An unknown flag, with its dashes.</param>
    /// <returns>Null when V8 has no such flag or it means nothing here.</returns>
    public static string? InsteadOf(string name) => _instead.GetValueOrDefault(name);
}
