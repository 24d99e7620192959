using System.Text.Json;
using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Tests.Actors;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>Programs beside each other, each in an isolate of its own.</summary>
public sealed class IsolateRunTests : IDisposable
{
    private const string Workload = """
        name: small
        bytes: 12000000
        size: {distribution: uniform, least: 16, most: 200}
        lifetime: {distribution: exponential, mean: 1500000}
        pointers: {share: 0.5}
        instructions: 10
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void A_neighbor_that_collects_lengthens_pauses_where_helpers_are_few()
    {
        var alone = Pauses(Json(Program()));
        var beside = Isolates($"{Program()} --isolates 3").Select(Pauses).ToList();

        Assert.Equal(3, beside.Count);
        Assert.All(beside, pauses => Assert.True(
            pauses.Sum() > 1.1 * alone.Sum(), $"{pauses.Sum()} ns beside neighbors, {alone.Sum()} ns alone"));
    }

    [Fact]
    public void Without_helpers_a_neighbor_changes_nothing()
    {
        var alone = Json($"{Program()} --helpers 0").GetProperty("collections").GetRawText();
        var beside = Isolates($"{Program()} --helpers 0 --isolates 3").Select(isolate => isolate.GetProperty("collections"));

        Assert.All(beside, collections => Assert.Equal(Packed(alone), Packed(collections.GetRawText()), StringComparer.Ordinal));
    }

    [Fact]
    public void Equal_runs_give_equal_records_and_every_entry_names_its_isolate()
    {
        var (one, other) = (Path.Combine(_folder, "one"), Path.Combine(_folder, "other"));
        var line = $"{Program()} + {Script("console.log('a'); console.log('b');")} --isolates 3 --trace-gc";

        var (first, second) = (Run($"{line} --record {one}"), Run($"{line} --record {other}"));

        Assert.Equal(first.Output, second.Output, StringComparer.Ordinal);
        Assert.Equal(File.ReadAllBytes(one), File.ReadAllBytes(other));
        var entries = new RecordList();
        using var file = File.OpenRead(one);
        RecordFile.Read(one, file, entries);
        Assert.Equal([0, 1, 2], entries.Entries.Select(entry => entry.Isolate).Distinct().Order());
    }

    [Fact]
    public void Programs_are_taken_in_turn_and_their_lines_begin_with_the_isolate()
    {
        var first = Script("console.log('first ' + process.argv[2]); require('fs').writeSync(1, 'half');");
        var second = Script("console.log('second ' + process.argv[2]);");

        var run = Run($"{first} 1 + {second} 2 --isolates 3");

        Assert.Equal(
            ["[0] first 1", "[0] half", "[1] second 2", "[2] first 1", "[2] half"],
            run.Output.Split('\n', StringSplitOptions.RemoveEmptyEntries).Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Trace_lines_carry_the_address_of_their_isolate()
    {
        var lines = Run($"{Program()} --isolates 2 --trace-gc").Output.Split('\n');

        Assert.Contains(lines, line => line.StartsWith("[1:0x10000000] ", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("[1:0x20000000] ", StringComparison.Ordinal));
    }

    [Fact]
    public void The_table_names_isolates_and_is_refused_where_one_is_compared()
    {
        var csv = Path.Combine(_folder, "table.csv");
        var run = Run($"{Program()} --isolates 2 --gc-csv {csv}");
        var lines = File.ReadAllLines(csv);

        Assert.Equal(0, run.Code);
        Assert.StartsWith("isolate,seq,kind,", lines[0], StringComparison.Ordinal);
        Assert.Equal(['0', '1'], lines.Skip(1).Select(line => line[0]).Distinct().Order());
        Assert.Contains(
            "found a column isolate, allowed: the table of one isolate without it",
            Run($"{Program()} --compare-node {csv}").Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void The_exit_code_is_the_worst_and_others_run_to_their_end()
    {
        var full = Script("let a = []; for (;;) a = [a, a];");
        var good = Script("console.log('done'); process.exit(7);");

        var run = Run($"{full} + {good} --isolates 2 --max-old-space-size 8");

        Assert.Equal((3, "[1] done\n"), (run.Code, run.Output));
        Assert.Contains("orinoco: isolate 0: FATAL ERROR: Reached heap limit Allocation failed - JavaScript heap out of memory", run.Error, StringComparison.Ordinal);
        Assert.Contains($"isolate 1, {good}: completed, exit code 7", run.Error, StringComparison.Ordinal);
        Assert.Contains("together: 2 isolates, exit code 3, virtual time ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_program_that_is_refused_keeps_all_from_running()
    {
        var run = Run($"{Program()} + {Script("new Proxy();")} --isolates 2 --trace-gc");

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.Contains("error JS0002: Proxy is not supported", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("--runtime threads --helpers 2")]
    public void Every_heap_is_whole_after_each_collection(string host)
    {
        var run = Run($"{Program()} --isolates 3 --verify-heap {host}");

        Assert.Equal((0, ""), (run.Code, run.Output));
    }

    [Theory]
    [InlineData("run lru --isolates 0", "--isolates: found '0', allowed: a whole number from 1 to 16")]
    [InlineData("run lru + lru + lru --isolates 2", "--isolates: found 3 programs for 2, allowed: at most one for each")]
    [InlineData("run lru + --isolates 2", "run: found no program beside a +, allowed: ")]
    [InlineData("run lru --isolates 2 --record-trace t", "--record-trace contradicts --isolates 2: such a file is of one isolate")]
    public void What_cannot_be_is_one_line(string line, string expected)
    {
        var run = Command.Run(line);

        Assert.Equal(64, run.Code);
        Assert.StartsWith($"orinoco: {expected}", run.Error, StringComparison.Ordinal);
        Assert.Single(run.Error, character => character == '\n');
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static List<long> Pauses(JsonElement isolate) =>
        [.. isolate.GetProperty("collections").EnumerateArray().Select(cycle => cycle.GetProperty("pause").GetInt64())];

    private static string Packed(string json) => string.Concat(json.Where(character => !char.IsWhiteSpace(character)));

    private static Command Run(string line) => Command.Run($"run {line}", EngineRegistration.Create());

    private static JsonElement Json(string line)
    {
        using var document = JsonDocument.Parse(Run($"{line} --json").Output);
        return document.RootElement.Clone();
    }

    private static IReadOnlyList<JsonElement> Isolates(string line) => [.. Json(line).GetProperty("isolates").EnumerateArray()];

    private string Program() => Written("small.yaml", Workload);

    private string Script(string text) => Written($"{text.Length}.js", text);

    private string Written(string name, string text)
    {
        var path = Path.Combine(_folder, name);
        File.WriteAllText(path, text);
        return path;
    }
}
