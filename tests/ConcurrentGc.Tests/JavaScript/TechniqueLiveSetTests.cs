using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>
/// Each of V8's techniques switched off by itself, and any number of helpers: what is collected when differs, what is alive
/// does not. The heap is verified around each collection.
/// </summary>
public sealed class TechniqueLiveSetTests
{
    private static readonly Techniques _all = new();

    private static readonly Techniques[] _switchedOff =
    [
        _all with { Marking = MarkingTechnique.Incremental },
        _all with { Marking = MarkingTechnique.OnFailure },
        _all with { Marking = MarkingTechnique.Atomic },
        _all with { ParallelMarking = false },
        _all with { ParallelScavenge = false },
        _all with { ParallelCompaction = false },
        _all with { ConcurrentSweeping = false },
        _all with { Compaction = false },
        new()
        {
            Marking = MarkingTechnique.Incremental,
            ParallelMarking = false,
            ParallelScavenge = false,
            ParallelCompaction = false,
            ConcurrentSweeping = false,
        },
    ];

    private static Geometry Pages { get; } = Geometry.Node20 with { ReservedPages = 2_048, ScavengerTaskBytes = 1 << 16 };

    [Theory]
    [InlineData("splay 300 4000")]
    [InlineData("lru 1500 80000 4000")]
    public void A_technique_that_is_switched_off_changes_neither_output_nor_live_set(string command)
    {
        var (graph, output) = Run(command, _all, helpers: 4);

        Assert.All(_switchedOff, techniques =>
            Assert.Equal((graph, output), Run(command, techniques, helpers: 4)));
    }

    [Fact]
    public void Any_number_of_helpers_leaves_output_and_live_set_as_they_are()
    {
        const string command = "splay 300 4000";
        var expected = Run(command, _all, helpers: 4);

        Assert.All([0, 1, 2, 3, 5, 8, 16], helpers => Assert.Equal(expected, Run(command, _all, helpers)));
    }

    private static (ReachableGraph Graph, string Output) Run(string command, Techniques techniques, int helpers)
    {
        var words = command.Split(' ');
        var settings = new WorldSettings
        {
            Geometry = Pages,
            Helpers = helpers,
            InitialOldBytes = 2 << 20,
            MinimumBytesForMarking = 1 << 20,
            Techniques = techniques,
            VerifyHeap = true,
        };
        using var heap = World.CreateHeap(settings);
        using var output = new StringWriter { NewLine = "\n" };
        var options = new JavaScriptOptions { Arguments = words[1..], Output = output, Error = output };
        var file = Path.Combine("Programs", words[0] + ".js");
        var source = File.ReadAllText(Path.Combine(ProgramRun.Folder, file));

        var run = WorldRun.Of<JavaScriptProgram>(
            WorldHost.Virtual, heap, settings, seed: 1, tables => [JavaScriptProgram.Load(heap, tables, file, source, options)]);

        Assert.Equal(1, run.CountOf(EventKind.ProgramEnd));
        Assert.Equal(
            techniques.Marking != MarkingTechnique.OnFailure,
            run.Cycles.Any(cycle => cycle.Kind == CycleKind.MarkCompact));
        return (new ReachabilityOracle(heap).Walk(withPayload: false), output.ToString());
    }
}
