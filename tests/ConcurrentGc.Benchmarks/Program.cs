using ConcurrentGc.Benchmarks.Actors;
using ConcurrentGc.Benchmarks.Marking;

// Arguments: the name of a benchmark, and how many runs.
var benchmarks = new Dictionary<string, Action<int>>(StringComparer.Ordinal)
{
    ["marking"] = MarkingBenchmark.Run,
    ["messages"] = MessageBenchmark.Run,
    ["start"] = StartBenchmark.Run,
    ["turn"] = TurnBenchmark.Run,
};
if (args.Length is 0 or > 2 || !benchmarks.TryGetValue(args[0], out var benchmark))
{
    Console.Error.WriteLine($"usage: {string.Join(" | ", benchmarks.Keys)} [runs]");
    return 64;
}

benchmark(args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 7);
return 0;
