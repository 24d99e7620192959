using System.Globalization;
using System.Text.Json;
using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>The flags that show the memory of process and heap.</summary>
public sealed class MemoryReportTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "program.js");

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void Memory_is_shown_after_each_collection_and_at_the_end_and_agrees_with_the_map_and_the_program()
    {
        File.WriteAllText(_path, """
            let live = [];
            for (let i = 0; i < 100000; i++) live.push({ i });
            console.log('says', process.memoryUsage.rss());
            """);

        var run = Run("--memory-usage", "--memory-map");

        var lines = run.Output.Split('\n');
        var moments = lines.Where(line => line.StartsWith("memory ", StringComparison.Ordinal)).ToList();
        Assert.True(moments.Count > 3, run.Output);
        Assert.StartsWith("memory after Scavenge 1,", moments[0], StringComparison.Ordinal);
        Assert.StartsWith("memory at the end,", moments[^1], StringComparison.Ordinal);
        var resident = moments.Select(line => NumberAfter(line, "rss ")).ToList();
        Assert.Equal(NumberAfter(lines.Single(line => line.StartsWith("says ", StringComparison.Ordinal)), "says "), resident[^1]);
        Assert.True(resident[^1] > resident[0] + 1_000_000, "Two megabytes were kept.");
        Assert.Contains($"{resident[^1] / 1024}\n", run.Output[run.Output.IndexOf("total kB", StringComparison.Ordinal)..], StringComparison.Ordinal);
        Assert.DoesNotContain("total kB", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_has_the_map_when_it_is_asked_for()
    {
        File.WriteAllText(_path, "1;");

        using var with = JsonDocument.Parse(Run("--json", "--memory-map").Output);
        using var without = JsonDocument.Parse(Run("--json").Output);

        Assert.Contains(
            with.RootElement.GetProperty("addressSpace").EnumerateArray(),
            range => range.GetProperty("name").ValueEquals("[old_space]") && range.GetProperty("residentBytes").GetInt64() > 2_000_000);
        Assert.False(without.RootElement.TryGetProperty("addressSpace", out _));
    }

    [Fact]
    public void Physical_memory_sets_what_no_flag_sets()
    {
        File.WriteAllText(_path, "console.log(require('os').totalmem(), require('v8').getHeapStatistics().heap_size_limit / 1048576);");

        Assert.Equal("536870912 259\n", Run("--physical-memory", "512").Output);
        Assert.Equal("1073741824 524\n", Run("--physical-memory", "1024").Output);
        Assert.Equal("1073741824 112\n", Run("--physical-memory", "1024", "--max-old-space-size", "100").Output);
        Assert.Equal("1073741824 515\n", Run("--physical-memory", "1024", "--max-semi-space-size", "1").Output);
        Assert.Equal("25276510208 4144\n", Run().Output);
    }

    [Fact]
    public void An_initial_size_above_what_the_physical_memory_allows_is_refused()
    {
        File.WriteAllText(_path, "1;");

        var run = Run("--physical-memory", "512", "--initial-old-space-size", "300");

        Assert.Equal(64, run.Code);
        Assert.Contains("--max-old-space-size 256 (its default)", run.Error, StringComparison.Ordinal);
    }

    private Command Run(params string[] flags) => Command.Run(["run", _path, .. flags], EngineRegistration.Create());

    private static long NumberAfter(string line, string word) => long.Parse(
        line[(line.IndexOf(word, StringComparison.Ordinal) + word.Length)..].Split(',')[0], CultureInfo.InvariantCulture);
}
