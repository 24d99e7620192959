using System.Collections.Concurrent;
using ConcurrentGc.Cli;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Tests.Experiments;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>
/// A program run as the command runs it, with the arguments and the flags of a table of a real run. Every configuration
/// runs once, when it is first asked for.
/// </summary>
/// <param name="Output">What the program printed.</param>
/// <param name="Error">What it wrote to standard error.</param>
/// <param name="Result">What the engine said.</param>
/// <param name="Cycles">Its collections.</param>
internal sealed record GoldRun(string Output, string Error, RunResult Result, IReadOnlyList<Cycle> Cycles)
{
    private static readonly ConcurrentDictionary<string, Lazy<GoldRun>> _runs = new(StringComparer.Ordinal);

    /// <summary>Programs by name: their arguments, and the line that Node printed.</summary>
    public static IReadOnlyDictionary<string, (string Arguments, string Output)> Programs { get; } =
        File.ReadLines(GoldTables.FileOf("parameters.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(cells => cells[0], cells => (cells[1], cells[2]), StringComparer.Ordinal);

    /// <summary>Its collections as a table holds them.</summary>
    public IReadOnlyList<TableRow> Rows { get; } = [.. Cycles.Select(TableRow.From)];

    /// <summary>The run in the ordinary mode, with helpers.</summary>
    /// <param name="program">One of <see cref="Programs"/>.</param>
    public static GoldRun Ordinary(string program) => Of($"run {program} {Programs[program].Arguments}");

    /// <summary>The run beside a table.</summary>
    /// <param name="program">One of <see cref="Programs"/>.</param>
    /// <param name="configuration">Ending of the table's name: <c>default</c>, <c>ss1</c>, <c>ss16</c>, <c>ss64</c>.</param>
    public static GoldRun Of(string program, string configuration)
    {
        // 16 MB is the default: two tables of one configuration.
        var semispace = string.Equals(configuration, "default", StringComparison.Ordinal) ? "16" : configuration["ss".Length..];
        var line = $"run {program} {Programs[program].Arguments} --predictable --max-semi-space-size {semispace}";
        return Of(line);
    }

    /// <summary>The run and the table side by side.</summary>
    /// <param name="program">One of <see cref="Programs"/>.</param>
    /// <param name="configuration">Ending of the table's name.</param>
    public static TableComparison Compare(string program, string configuration) =>
        TableComparison.Of(Of(program, configuration).Rows, GoldTables.Read($"{program}.{configuration}"));

    private static GoldRun Of(string line) => _runs.GetOrAdd(line, words => new Lazy<GoldRun>(() => Run(words))).Value;

    private static GoldRun Run(string line)
    {
        var settings = RunSettingsReader.Read(LineParser.Parse(line.Split(' ')));
        var table = new CollectionTable();
        using var output = new StringWriter();
        using var error = new StringWriter();
        var result = EngineRegistration.Create().Run(
            settings,
            MachineFile.Read(settings.MachinePath),
            new RunPorts(() => table, output, error),
            CancellationToken.None);
        return new GoldRun(output.ToString(), error.ToString(), result, table.Rows);
    }
}
