using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>Where objects lie is the geometry's; what a program prints and what is alive is not.</summary>
public sealed class GeometryLiveSetTests
{
    [Theory]
    [InlineData("splay 300 4000")]
    [InlineData("lru 1500 80000 4000")]
    public void The_classic_geometry_leaves_output_and_live_set_as_they_are(string command)
    {
        var (graph, output, _) = Run(command, Geometry.Node20 with { ReservedPages = 2_048 });
        var classic = Run(command, Geometry.Classic with { ReservedPages = 1_024 });

        Assert.Equal(output, classic.Output);
        Assert.InRange(classic.Graph.Bytes - graph.Bytes, 0, 200_000); // maps, cells and code
        Assert.True(classic.DataBytes > 10_000, $"{classic.DataBytes} bytes are in old-data space.");
    }

    [Theory]
    [InlineData("node20", 16_384, 262_144)]
    [InlineData("node20", 64, 256)]
    [InlineData("classic", 64, 256)]
    [InlineData("classic", 8, 9)]
    public void A_store_buffer_that_is_too_small_changes_nothing_but_the_work(string geometry, int entries, int kept)
    {
        const string command = "lru 1500 80000 4000";
        var pages = geometry is "classic" ? Geometry.Classic with { ReservedPages = 1_024 } : Geometry.Node20 with { ReservedPages = 2_048 };
        var (graph, output, _) = Run(command, pages with { RememberedSet = RememberedSetKind.SlotSet });

        var listed = Run(command, pages with
        {
            RememberedSet = RememberedSetKind.StoreBuffer,
            StoreBufferEntries = entries,
            KeptStoreBufferEntries = kept,
        });

        Assert.Equal((graph.Objects, graph.Bytes, output), (listed.Graph.Objects, listed.Graph.Bytes, listed.Output));
    }

    private static (ReachableGraph Graph, string Output, long DataBytes) Run(string command, Geometry geometry)
    {
        var words = command.Split(' ');
        var settings = new WorldSettings
        {
            Geometry = geometry,
            InitialOldBytes = 2 << 20,
            MinimumBytesForMarking = 1 << 20,
            VerifyHeap = true,
        };
        using var heap = World.CreateHeap(settings);
        using var output = new StringWriter { NewLine = "\n" };
        var options = new JavaScriptOptions { Arguments = words[1..], Output = output, Error = output };
        var file = Path.Combine("Programs", words[0] + ".js");
        var source = File.ReadAllText(Path.Combine(ProgramRun.Folder, file));

        var run = WorldRun.Of<JavaScriptProgram>(
            WorldHost.Virtual, heap, settings, seed: 1, tables => [JavaScriptProgram.Load(heap, tables, file, source, options)]);

        Assert.Contains(run.Cycles, cycle => cycle.Kind == CycleKind.MarkCompact);
        return (new ReachabilityOracle(heap).Walk(withPayload: false), output.ToString(), heap.OldData.ObjectBytes);
    }
}
