using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>Against lines of Node 20 with <c>--predictable</c>, in milliseconds: end, pause and steps before.</summary>
public sealed class MutatorUtilizationTests
{
    private const double Millisecond = 1e6;

    [Fact]
    public void The_first_full_collection_only_begins_the_first_interval()
    {
        var utilization = default(MutatorUtilization);

        Add(ref utilization, 903, 15.53 + 24.4);

        Assert.Equal((1, 1), (utilization.Average, utilization.Current));
    }

    [Fact]
    public void It_is_what_node_prints()
    {
        var utilization = default(MutatorUtilization);
        Add(ref utilization, 903, 15.53 + 24.4);

        Add(ref utilization, 1544, 15.40 + 30.7);
        Assert.Equal((0.928, 0.928), (Math.Round(utilization.Average, 3), Math.Round(utilization.Current, 3)));

        Add(ref utilization, 2206, 19.78 + 19.0);
        Assert.Equal((0.935, 0.941), (Math.Round(utilization.Average, 3), Math.Round(utilization.Current, 3)));
    }

    private static void Add(ref MutatorUtilization utilization, double end, double collector) =>
        utilization.Add((long)(end * Millisecond), (long)(collector * Millisecond));
}
