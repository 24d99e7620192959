using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Workloads;

/// <summary>
/// What collections must come to by arithmetic alone. Lifetimes, in allocated bytes: immortal with probability p, else
/// exponential with mean m. Of the A bytes that are allocated between two scavenges
/// S = pA + (1 - p) m (1 - exp(-A/m)) survive the first one and are copied, and of these
/// P = pA + (1 - p) m (1 - exp(-A/m)) exp(-A/m) the second one, which promotes them.
/// </summary>
public sealed class ClosedFormTests
{
    private const int Pages = 4;
    private const int ObjectBytes = 64;
    private const int FirstCycles = 4; // until what was alive at the start is promoted
    private static readonly double _semispace = Pages * Geometry.Node20.AreaBytes;

    [Theory]
    [InlineData(0.025, 0.05)]
    [InlineData(0.1, 0)]
    [InlineData(0.25, 0)]
    [InlineData(0.25, 0.05)]
    [InlineData(0.5, 0.02)]
    [InlineData(0.05, 0.1)]
    public void Survivors_and_promotions_of_a_scavenge_are_those_of_the_formula(double meanBySemispace, double immortal)
    {
        var mean = meanBySemispace * _semispace;
        var workload = SyntheticRun.Exponential(mean, immortal, bytes: 40_000_000);

        var cycles = SyntheticRun.Of(workload, SyntheticRun.Fixed(Pages)).Run.Cycles;

        // Each immortal object needs a word of a new shelf, which is immortal too.
        var shelf = 1 + (8.0 / ObjectBytes);
        var allocated = AllocatedBetween(cycles) / (1 - immortal + (immortal * shelf));
        var death = Math.Exp(-allocated / mean);
        var young = (1 - immortal) * mean * (1 - death);
        var old = immortal * allocated * shelf;
        Assert.All(cycles, cycle => Assert.Equal(CycleKind.Scavenge, cycle.Kind));
        Assert.InRange(Average(cycles, Statistic.Copied) / (old + young), 0.98, 1.02);
        var promoted = old + (young * death);
        if (promoted > allocated / 1000) // else too few objects to have a mean
        {
            Assert.InRange(Average(cycles, Statistic.Promoted) / promoted, 0.98, 1.02);
        }
    }

    [Fact]
    public void Bytes_between_two_scavenges_are_what_survivors_leave_of_the_semispace()
    {
        var cycles = SyntheticRun.Of(SyntheticRun.Exponential(0.25 * _semispace, 0, 20_000_000), SyntheticRun.Fixed(Pages)).Run.Cycles;

        Assert.InRange(AllocatedBetween(cycles) / (_semispace - Average(cycles, Statistic.NewUsed)), 0.999, 1.001);
    }

    [Fact]
    public void Work_of_a_scavenge_does_not_grow_with_the_semispace_when_nothing_is_immortal()
    {
        var mean = 0.1 * _semispace;
        var workload = SyntheticRun.Exponential(mean, 0, bytes: 40_000_000);

        var copied = new[] { Pages, 2 * Pages, 4 * Pages }
            .Select(pages => Average(SyntheticRun.Of(workload, SyntheticRun.Fixed(pages)).Run.Cycles, Statistic.Copied));

        Assert.All(copied, bytes => Assert.InRange(bytes / mean, 0.97, 1.03));
    }

    private static double AllocatedBetween(IReadOnlyList<CycleRow> cycles) => Enumerable.Range(FirstCycles, cycles.Count - FirstCycles)
        .Average(cycle => cycles[cycle][Statistic.NewSizeBefore] - cycles[cycle - 1][Statistic.NewUsed]);

    private static double Average(IReadOnlyList<CycleRow> cycles, Statistic statistic) =>
        cycles.Skip(FirstCycles).Average(cycle => cycle[statistic]);
}
