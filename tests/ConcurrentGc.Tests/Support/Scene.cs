using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using Xunit;

namespace ConcurrentGc.Tests.Support;

/// <summary>A drawn heap after a script ran over it. Every collection is verified, and that it keeps what is reachable.</summary>
internal sealed class Scene : IDisposable
{
    private readonly DrawnHeap _drawn;
    private readonly WorldRun _run;

    private Scene(DrawnHeap drawn, WorldRun run) => (_drawn, _run) = (drawn, run);

    public SharedHeap Heap => _drawn.Heap;

    /// <summary>What is reachable; see <see cref="DrawnHeap"/>.</summary>
    public string Picture => _drawn.Print();

    public IReadOnlyList<CycleRow> Cycles => _run.Cycles;

    public IReadOnlyList<RecordEntry> Record => _run.Record;

    public long Steps => _run.Steps;

    /// <summary>Shared accesses to the header of the watched object.</summary>
    public int WatchedAccesses => _run.WatchedAccesses;

    /// <summary>What the roles paid for a kind of work.</summary>
    public long Paid(Work work) => _run.Paid[(int)work];

    public static Geometry Roomy { get; } = Geometry.Tiny with { ReservedPages = 2048, SideBytes = 1 << 20 };

    /// <summary>A world that collects the old generation when it is told to only.</summary>
    public static WorldSettings Settings(Geometry geometry, int helpers) => new()
    {
        Geometry = geometry,
        Helpers = helpers,
        InitialSemispaceBytes = geometry.MinimumSemispacePages * geometry.PageBytes,
        MaximumSemispaceBytes = geometry.MaximumSemispacePages * geometry.PageBytes,
        MaximumOldBytes = geometry.ReservedPages / 4 * geometry.PageBytes,
        VerifyHeap = true,
        LastResorts = 1,
    };

    /// <summary>
    /// Draws a heap and runs the script that the drawing is given to. Accesses to the header of the object
    /// <paramref name="watched"/>, where it was drawn, are counted.
    /// </summary>
    public static Scene After(
        string picture,
        Func<DrawnHeap, Script> script,
        int helpers = 0,
        ulong seed = 1,
        WorldHost host = WorldHost.Steps,
        Geometry? geometry = null,
        Func<WorldSettings, WorldSettings>? change = null,
        string? watched = null)
    {
        var counter = host == WorldHost.Steps ? new AccessCounter() : null;
        var shape = geometry ?? Roomy;
        var drawn = DrawnHeap.Draw(picture, shape, counter);
        var settings = Settings(shape, helpers);
        var run = WorldRun.Of<ScriptedProgram>(
            host,
            drawn.Heap,
            change is null ? settings : change(settings),
            seed,
            tables => [new ScriptedProgram(tables.Add(script(drawn)))],
            counter,
            watched is null ? 0 : drawn[watched]);
        Assert.False(run.IsOutOfMemory, "the script did not run to its end");
        return new Scene(drawn, run);
    }

    public static Scene After(
        string picture, string collections, int helpers = 0, ulong seed = 1, WorldHost host = WorldHost.Steps, Geometry? geometry = null) =>
        After(picture, _ => collections, helpers, seed, host, geometry);

    /// <summary>The picture after collections.</summary>
    public static string Of(string picture, string collections, int helpers = 0, ulong seed = 1)
    {
        using var scene = After(picture, collections, helpers, seed);
        return scene.Picture;
    }

    /// <summary>Address of the object that a root points to.</summary>
    public long this[string root] => Tagged.Address(Heap.Owned(_drawn.RootSlot(root)));

    public long Sum(Statistic statistic) => Cycles.Sum(cycle => cycle[statistic]);

    public void Dispose() => _drawn.Dispose();
}
