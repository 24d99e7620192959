using System.Text.RegularExpressions;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Logs;

/// <summary>Lines against lines that Node 20 printed: all but the digits in front of a decimal point must be equal.</summary>
public sealed partial class TraceWriterTests
{
    [Fact]
    public void An_nvp_line_of_a_scavenge_has_the_shape_of_V8s()
    {
        Assert.Equal(Shape(Sample("gc=s ")), Shape(Lines(output => new TraceGcNvpWriter(output))[0]));
    }

    [Fact]
    public void An_nvp_line_of_a_mark_compact_has_the_shape_of_V8s()
    {
        var line = Lines(output => new TraceGcNvpWriter(output)).First(text => text.Contains("gc=mc ", StringComparison.Ordinal));

        Assert.Equal(Shape(Sample("gc=mc ")), Shape(line));
    }

    [Fact]
    public void A_trace_line_of_a_scavenge_has_the_shape_of_V8s()
    {
        Assert.Equal(Shape(Sample("Scavenge")), Shape(Lines(output => new TraceGcWriter(output))[0]));
    }

    [Theory]
    [InlineData(0, "testing")]
    [InlineData(121, "finalize")]
    public void A_trace_line_of_a_mark_compact_has_the_shape_of_V8s(long steps, string reason)
    {
        var cause = steps > 0 ? CollectionCause.FinalizeMarkingViaStackGuard : CollectionCause.Testing;
        var row = Row(CycleKind.MarkCompact, cause, steps);
        using var output = new StringWriter();

        new TraceGcWriter(output).Write(row);

        Assert.Equal(Shape(Sample(reason)), Shape(output.ToString().TrimEnd('\n')));
    }

    [Fact]
    public void A_trace_line_shows_V8s_numbers()
    {
        Assert.Equal(
            "[1:0x10000000]        3 ms: Scavenge 3.9 (4.1) -> 3.9 (4.1) MB, 0.85 / 0.00 ms  " +
            "(average mu = 1.000, current mu = 1.000) allocation failure; ",
            Lines(output => new TraceGcWriter(output))[0]);
    }

    [Fact]
    public void An_nvp_line_shows_V8s_numbers()
    {
        var fields = Lines(output => new TraceGcNvpWriter(output))[1].Split(' ');

        // Row 2 of gcbench with 1 MB, each pause 0.85 ms after 2 ms of the program.
        string[] expected =
        [
            "pause=0.8",
            "mutator=2.0",
            "scavenge=0.75",
            "scavenge.parallel=0.70",
            "background.scavenge.parallel=0.35",
            "total_size_before=4111416",
            "allocated=28336",
            "promoted=929776",
            "promotion_ratio=90.2%",
            "promotion_rate=100.0%",
            "new_space_survive_rate_=2.7%",
            "average_survival_ratio=42.4%",
            "scavenge_throughput=1212800",
            "new_space_allocation_throughput=14168.0",
        ];
        Assert.Equal(expected, expected.Intersect(fields, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Fact]
    public void Mutator_utilization_counts_from_the_first_mark_compact_on()
    {
        var lines = Lines(output => new TraceGcWriter(output), "fifo.ss1");
        var markCompacts = lines.Where(line => line.Contains("Mark-Compact", StringComparison.Ordinal)).ToList();

        Assert.Contains("(average mu = 1.000, current mu = 1.000)", markCompacts[0], StringComparison.Ordinal);

        // 49 rows of 2.85 ms lie between the first two, and one pause of 0.85 ms.
        Assert.Contains("(average mu = 0.994, current mu = 0.994)", markCompacts[1], StringComparison.Ordinal);
    }

    private static List<string> Lines(Func<TextWriter, ICycleWriter> create, string name = "gcbench.ss1")
    {
        using var output = new StringWriter();
        var writer = create(output);
        RecordedRun.Write(GoldTables.Read(name), new CollectionTable(writer.Write));
        return [.. output.ToString().Split('\n').SkipLast(1)];
    }

    private static Cycle Row(CycleKind kind, CollectionCause cause, long steps)
    {
        var table = new CollectionTable();
        table.Append(new RecordEntry(1_000_000, 1, EventKind.CycleBegin, 1, (long)kind, (long)cause));
        table.Append(new RecordEntry(1_000_000, 1, EventKind.PauseBegin, 1, 0, 0));
        table.Append(new RecordEntry(1_000_000, 1, EventKind.Statistic, 1, (long)Statistic.IncrementalSteps, steps));
        table.Append(new RecordEntry(2_000_000, 1, EventKind.CycleEnd, 1, (long)kind, 0));
        table.Append(new RecordEntry(2_500_000, 1, EventKind.PauseEnd, 1, 0, 0));
        return Assert.Single(table.Rows);
    }

    private static string Sample(string part) =>
        File.ReadLines(GoldTables.FileOf("trace-samples.log")).First(line => line.Contains(part, StringComparison.Ordinal));

    // Spaces in front of the time belong to its width of eight; every digit of a number counts after its point only.
    private static string Shape(string line) => Number().Replace(
        Head().Replace(line, match => $"[pid:isolate] {match.Groups["time"].Length} wide ms"),
        match => "#" + new string('d', match.Groups["fraction"].Length));

    [GeneratedRegex(@"^\[\d+:0x[0-9a-f]+\] (?<time>[ \d]{8}) ms", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Head();

    [GeneratedRegex(@"(?<=[ =(])\d+(?<fraction>(\.\d+)?)(?=[ ,%)]|$)", RegexOptions.CultureInvariant | RegexOptions.ExplicitCapture, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
