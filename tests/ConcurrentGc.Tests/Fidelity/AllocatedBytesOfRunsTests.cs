using Xunit;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>
/// Bytes that Node allocates from a program's first line to its last, those after the last collection included: measured
/// in its default configuration.
/// </summary>
public sealed class AllocatedBytesOfRunsTests
{
    private const double Slack = 0.003; // compiled code and feedback, which are not modeled, come to up to 0.2 %

    [Theory]
    [InlineData("binarytrees", 599_474_136)]
    [InlineData("gcbench", 862_821_776)]
    [InlineData("fifo", 600_777_912)]
    [InlineData("server", 2_001_072_848)]
    [InlineData("frame", 612_629_848)]
    [InlineData("splay", 428_827_632)]
    [InlineData("large", 1_761_739_016)]
    [InlineData("lru", 387_050_936)]
    [InlineData("rewire", 163_582_464)]
    public void A_run_allocates_the_bytes_that_node_allocates(string program, long measured)
    {
        var allocated = GoldRun.Of(program, "default").Result.Counts.AllocatedBytes;

        Assert.InRange(allocated / (double)measured, 1 - Slack, 1 + Slack);
    }
}
