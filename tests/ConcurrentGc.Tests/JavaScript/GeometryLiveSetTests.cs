using ConcurrentGc.Heap.Memory;
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

        Assert.Equal((graph.Objects, graph.Bytes, output), (classic.Graph.Objects, classic.Graph.Bytes, classic.Output));
        Assert.True(classic.DataBytes > 10_000, $"{classic.DataBytes} bytes are in old-data space.");
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
