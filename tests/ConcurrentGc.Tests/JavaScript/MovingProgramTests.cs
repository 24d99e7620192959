using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>
/// The reference programs with a collection before every hundredth allocation, each tenth a full one, every one verified:
/// in virtual time without and with helpers, and on threads.
/// </summary>
public sealed class MovingProgramTests
{
    /// <summary>Node's pages; a scavenger is worth while for a quarter of one, so that helpers have work in a small heap.</summary>
    private static Geometry Pages { get; } = Geometry.Node20 with { ReservedPages = 2_048, ScavengerTaskBytes = 1 << 16 };

    // Outputs of Node 20 for the same arguments.
    [Theory]
    [InlineData("binarytrees 8", "25774")]
    [InlineData("fifo 200 6000", "1373119701")]
    [InlineData("frame 10 200 100", "1747247635")]
    [InlineData("gcbench 10 8 2000 4 8", "1180")]
    [InlineData("large 40 300 900", "-1102938632")]
    [InlineData("lru 200 6000 1500", "638499201")]
    [InlineData("rewire 400 20000", "500629385")]
    [InlineData("server 1000 100 100", "-100950683")]
    [InlineData("splay 100 600", "41877976")]
    public void A_reference_program_ends_with_Node_s_output_and_the_same_live_set_on_every_host(string command, string checksum)
    {
        var quiet = Run(command, checksum, WorldHost.Virtual, helpers: 0);

        Assert.Equal(quiet, Run(command, checksum, WorldHost.Virtual, helpers: 2));
        Assert.Equal(quiet, Run(command, checksum, WorldHost.Threads, helpers: 2));
    }

    private static ReachableGraph Run(string command, string checksum, WorldHost host, int helpers)
    {
        var words = command.Split(' ');
        var settings = new WorldSettings
        {
            Geometry = Pages,
            Helpers = helpers,
            CollectionInterval = 100,
            ForcedFullEvery = 10,
            VerifyHeap = true,
        };
        using var heap = World.CreateHeap(settings);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var options = new JavaScriptOptions { Arguments = words[1..], Output = output, Error = error };
        var file = Path.Combine("Programs", words[0] + ".js");
        var source = File.ReadAllText(Path.Combine(ProgramRun.Folder, file));

        var run = WorldRun.Of<JavaScriptProgram>(
            host, heap, settings, seed: 1, tables => [JavaScriptProgram.Load(heap, tables, file, source, options)]);

        Assert.Equal($"{words[0]} {checksum}\n", output.ToString());
        Assert.Equal(string.Empty, error.ToString());
        Assert.Equal(1, run.CountOf(EventKind.ProgramEnd));
        Assert.NotEmpty(run.Cycles);
        return new ReachabilityOracle(heap).Walk(withPayload: false);
    }
}
