using System.Globalization;
using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>The program <c>buffers</c> beside Node 20.20.2 with the same arguments.</summary>
public sealed class BuffersRunTests
{
    // Node, in both modes: 9 scavenges, 5 of them for external memory, and a mark-compact. At the end array buffers have 41.6 MB
    // with --predictable, in three ordinary runs 42.5, 42.5 and 60.9 MB: it depends on the moment when marking ends.
    [Theory]
    [InlineData("--predictable", 41_563_565 * 0.9, 41_563_565 * 1.1)]
    [InlineData("--helpers=4", 42_462_565 * 0.9, 60_863_590 * 1.1)]
    public void External_memory_makes_the_same_collections_run_as_in_Node(string mode, double least, double most)
    {
        var run = Command.Run(["run", "buffers", "20000", "16384", "2000", "7", "1", "--trace-gc", mode], EngineRegistration.Create());

        var lines = run.Output.Split('\n');
        Assert.Equal(9, lines.Count(line => line.Contains(": Scavenge ", StringComparison.Ordinal)));
        Assert.Equal(5, lines.Count(line => line.Contains("external memory pressure", StringComparison.Ordinal)));
        Assert.Equal(1, lines.Count(line => line.Contains(": Mark-Compact ", StringComparison.Ordinal)));
        var program = lines.Where(line => line.Length > 0 && line[0] != '[').ToList();
        Assert.Equal("buffers 1156027057", program[0]);
        Assert.InRange(double.Parse(program[1], CultureInfo.InvariantCulture), least, most);
    }

    [Theory]
    [InlineData("--helpers=4", "background.array_buffer_sweep", "scavenge.sweep_array_buffers")]
    [InlineData("--no-concurrent-array-buffer-sweeping", "scavenge.sweep_array_buffers", "background.array_buffer_sweep")]
    public void What_buffers_kept_is_freed_by_a_helper_unless_a_flag_says_no(string flag, string used, string unused)
    {
        string[] line = ["run", "buffers", "3000", "65536", "100", flag];

        var run = Command.Run(line, EngineRegistration.Create());

        Assert.Contains(used, run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain(unused, run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void What_array_buffers_keep_is_a_part_of_the_resident_set()
    {
        string[] line = ["run", "buffers", "2000", "16384", "2000", "7", "1", "--memory-usage", "--memory-map", "--predictable"];

        var run = Command.Run(line, EngineRegistration.Create());

        var moments = run.Output.Split('\n').Where(each => each.StartsWith("memory ", StringComparison.Ordinal)).ToList();
        var (first, last) = (moments[0], moments[^1]);
        var growth = NumberAfter(last, "arrayBuffers ") - NumberAfter(first, "arrayBuffers ");
        Assert.InRange(growth, 1_000_000, 40_000_000);
        Assert.Equal(growth, NumberAfter(last, "external ") - NumberAfter(first, "external "));
        Assert.Contains("[array buffers]", run.Output, StringComparison.Ordinal);
    }

    private static long NumberAfter(string line, string word) => long.Parse(
        line[(line.IndexOf(word, StringComparison.Ordinal) + word.Length)..].Split(',')[0], CultureInfo.InvariantCulture);
}
