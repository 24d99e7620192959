using ConcurrentGc.Benchmarks.Actors;

// One argument: the benchmark's name. Without it: all of them. A second one: how many runs.
var benchmarks = new Dictionary<string, Action<int>>(StringComparer.Ordinal)
{
    ["messages"] = MessageBenchmark.Run,
    ["turn"] = TurnBenchmark.Run,
};
var runs = args.Length > 1 ? int.Parse(args[1], System.Globalization.CultureInfo.InvariantCulture) : 7;
if (args.Length > 0 && !benchmarks.ContainsKey(args[0]))
{
    Console.Error.WriteLine($"no benchmark {args[0]}; there are: {string.Join(", ", benchmarks.Keys)}");
    return 64;
}

foreach (var (name, run) in benchmarks.Where(one => args.Length == 0 || string.Equals(one.Key, args[0], StringComparison.Ordinal)))
{
    Console.WriteLine($"{name}: {runs} runs");
    run(runs);
}

return 0;
