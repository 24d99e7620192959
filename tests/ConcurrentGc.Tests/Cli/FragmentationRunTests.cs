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
        Assert.All(rows.Values, row => Assert.Equal(48 + 64 + 4096, row.GetProperty("peakRequested").GetInt64()));
        Assert.All(rows.Values, row => Assert.True(row.GetProperty("peakReserved").GetInt64() >= 48 + 64 + 4096));
    }

    [Fact]
    public void The_table_has_a_row_a_model_and_CSV_the_bytes()
    {
        Assert.Matches("segments-best-fit +0.01 +1.95 +0.0 % +48.7 % +0.0 % ", Command.Run($"fragmentation {_path}").Output);
        Assert.Contains(
            "\nsegments-best-fit,4208,8208,4208,0,4000,0,", Command.Run($"fragmentation {_path} --csv").Output, StringComparison.Ordinal);
    }

    [Fact]
    public void An_interrupted_study_shows_what_it_knows()
    {
        File.WriteAllText(_path, "orinoco-trace 1\ng 16 1000000\nq\n");

        var run = Command.Run(["fragmentation", _path], null, new CancellationToken(canceled: true));

        Assert.Equal((130, "orinoco: interrupted: what was placed up to line 2 is shown\n"), (run.Code, run.Error));
        Assert.Contains("\n  segments-first-fit ", run.Output, StringComparison.Ordinal);
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
    [InlineData("fragmentation a --seed 1", "fragmentation: found '--seed', a flag of run, explore, allowed: --csv, --json")]
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
    [InlineData("g 1073741824", "memory: found objects of 1073741872 bytes at a time, allowed: up to 1073741824")]
    [InlineData("x", "found a return, allowed: one after each call")]
    [InlineData("l 0 1", "local: found 0, allowed: 0 to -1")]
    public void A_trace_that_cannot_be_followed_is_named_with_its_line(string line, string expected)
    {
        File.WriteAllText(_path, $"orinoco-trace 1\np 1 48\n{line}\n");

        Assert.Equal($"orinoco: {_path}:3: {expected}\n", Command.Run($"fragmentation {_path}").Error);
    }

    public void Dispose() => File.Delete(_path);
}
