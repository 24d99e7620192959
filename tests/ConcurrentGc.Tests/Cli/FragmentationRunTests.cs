using System.Text.Json;
using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class FragmentationRunTests : IDisposable
{
    // Two objects and garbage; then one of the two dies, and one is allocated that fits into neither hole.
    private const string Trace = """
        orinoco-trace 1
        p 1 48
        a 2 4000
        a 3 64
        r 0 1
        s 1 2 2
        c 1
        l 0 3
        h
        s 1 2 0
        g 32 2
        h
        a 4 4096
        r 1 4
        h
        x

        """;

    private readonly string _path = Path.GetTempFileName();

    public FragmentationRunTests() => File.WriteAllText(_path, Trace);

    [Fact]
    public void Each_model_places_what_lives_and_frees_what_dies()
    {
        var run = Command.Run($"fragmentation {_path} --json");
        var rows = JsonDocument.Parse(run.Output).RootElement.EnumerateArray().ToDictionary(row => row.GetProperty("model").GetString()!, StringComparer.Ordinal);

        Assert.Equal(0, run.Code);
        Assert.Equal(
            ["paging-4096", "paging-64", "segments-first-fit", "segments-best-fit", "segments-next-fit", "pool"],
            rows.Keys,
            StringComparer.Ordinal);
        Assert.All(rows.Values, row => Assert.Equal(48 + 64 + 4096, row.GetProperty("peakLive").GetInt64()));
        Assert.Equal((5 * 4096, 8192 - 48 - 4096, 3 * 4096), Sizes(rows["paging-4096"]));
        Assert.Equal((48 + 4000 + 64 + 4096, 0, 4000 + 64), Sizes(rows["segments-first-fit"]));
        Assert.Equal((4 * 65536, 0, (4 * 65536) - 48 - 4096), Sizes(rows["pool"]));
    }

    [Fact]
    public void The_table_has_a_row_a_model_and_CSV_the_same_numbers()
    {
        Assert.Matches("segments-best-fit +0.01 +0.01 +0.00 +0.00 +4064 ", Command.Run($"fragmentation {_path}").Output);
        Assert.Contains("\nsegments-best-fit,4208,8208,8208,0,4064,4064,0.000000,", Command.Run($"fragmentation {_path} --csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_run_prints_spaces_after_each_full_collection_and_pages_at_the_end()
    {
        var run = Command.Run(
            "run gcbench 12 --fragmentation --predictable --initial-old-space-size 1 --max-semi-space-size 1", EngineRegistration.Create());

        Assert.Equal(0, run.Code);
        Assert.Contains("fragmentation after collection ", run.Output, StringComparison.Ordinal);
        Assert.Contains("\nfragmentation at the end, bytes\n", run.Output, StringComparison.Ordinal);
        Assert.Contains("\n  old_space 0 ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("fragmentation", "fragmentation: found no trace, allowed: the file of one trace")]
    [InlineData("fragmentation nowhere", "nowhere: no such file")]
    [InlineData("fragmentation a --seed 1", "fragmentation: found '--seed', a flag of run, allowed: --csv, --json")]
    [InlineData("fragmentation a --csv --json", "--json contradicts --csv: one of the two is printed")]
    [InlineData("run fifo --json --fragmentation", "--json contradicts --fragmentation: standard output holds one JSON document")]
    public void Wrong_usage_is_one_line(string line, string expected)
    {
        var run = Command.Run(line);

        Assert.Equal(64, run.Code);
        Assert.StartsWith($"orinoco: {expected}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("s 1 6 1", "slot: found 6, allowed: 1 to 5")]
    [InlineData("r 0 7", "name: found 7, allowed: the name of an object that lives")]
    [InlineData("x", "found a return, allowed: one after each call")]
    [InlineData("l 0 1", "local: found 0, allowed: 0 to -1")]
    public void A_trace_that_cannot_be_followed_is_named_with_its_line(string line, string expected)
    {
        File.WriteAllText(_path, $"orinoco-trace 1\np 1 48\n{line}\n");

        Assert.Equal($"orinoco: {_path}:3: {expected}\n", Command.Run($"fragmentation {_path}").Error);
    }

    public void Dispose() => File.Delete(_path);

    private static (long Reserved, long Internal, long External) Sizes(JsonElement row) => (
        row.GetProperty("reserved").GetInt64(), row.GetProperty("internal").GetInt64(), row.GetProperty("external").GetInt64());
}
