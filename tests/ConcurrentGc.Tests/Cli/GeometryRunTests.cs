using System.Text.Json;
using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>The flags that lay the heap out and choose the remembered set.</summary>
public sealed class GeometryRunTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "program.js");

    public GeometryRunTests() => File.WriteAllText(_path, """
        const old = [];
        for (let i = 0; i < 40000; i++) old.push({ next: null });
        for (let i = 0; i < 400000; i++) old[i % 100].next = { i };
        console.log(old.length);
        """);

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    [Fact]
    public void A_store_buffer_is_told_of_in_summary_and_JSON_and_a_slot_set_is_not()
    {
        using var listed = JsonDocument.Parse(Run("--json", "--remembered-set", "store-buffer").Output);
        using var plain = JsonDocument.Parse(Run("--json").Output);

        var sums = listed.RootElement.GetProperty("pauses")[0].GetProperty("storeBuffer");
        Assert.InRange(sums.GetProperty("inserts").GetInt64(), 100_000, 400_000);
        Assert.InRange(sums.GetProperty("duplicates").GetInt64(), 1, sums.GetProperty("inserts").GetInt64());
        Assert.False(plain.RootElement.GetProperty("pauses")[0].TryGetProperty("storeBuffer", out _));
        Assert.Contains("The store buffer", Run("--remembered-set", "store-buffer").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_classic_geometry_shows_its_spaces_and_prints_the_same()
    {
        var classic = Run("--geometry", "classic", "--verify-heap");

        Assert.Equal((0, "40000\n"), (classic.Code, classic.Output));
        Assert.Contains("old_pointer_space", classic.Error, StringComparison.Ordinal);
        Assert.Contains("property_cell_space", classic.Error, StringComparison.Ordinal);
    }

    private Command Run(params string[] flags) => Command.Run(["run", _path, .. flags], EngineRegistration.Create());
}
