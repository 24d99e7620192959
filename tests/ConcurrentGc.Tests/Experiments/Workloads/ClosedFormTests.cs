using ConcurrentGc.Experiments.Workloads;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
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

    [Fact]
    public void Marked_by_allocated_bytes_is_r_by_one_minus_r_for_a_heap_that_is_full_to_the_share_r()
    {
        // Nearly all is promoted, and live bytes stay about the mean: r is what lives by the limit that was reached.
        var mean = 4 * _semispace;
        // Objects that die while marking goes on would be marked, too: the form is that of one pause.
        var settings = SyntheticRun.Fixed(Pages) with
        {
            InitialOldBytes = 1 << 20,
            MinimumBytesForMarking = 1 << 20,
            Techniques = new Techniques { Marking = MarkingTechnique.Atomic },
        };

        var cycles = SyntheticRun.Of(SyntheticRun.Exponential(mean, 0, bytes: 100_000_000), settings).Run.Cycles;

        var full = Enumerable.Range(0, cycles.Count).Where(cycle => cycles[cycle].Kind == CycleKind.MarkCompact).ToList();
        var (marked, live, reached, promoted) = (0.0, 0.0, 0.0, 0.0);
        foreach (var (before, cycle) in full.Zip(full.Skip(1)))
        {
            marked += cycles[cycle][Statistic.ObjectsMarked] * ObjectBytes;
            live += cycles[before][Statistic.OldUsed];
            reached += cycles[cycle - 1][Statistic.OldUsed];
            promoted += cycles.Skip(before + 1).Take(cycle - before - 1).Sum(each => each[Statistic.Promoted]);
        }

        var r = live / reached;
        Assert.InRange(full.Count, 4, 1000);
        Assert.InRange(marked / promoted / (r / (1 - r)), 0.98, 1.02);
    }

    [Fact]
    public void The_least_utilization_of_equal_pauses_is_zero_to_their_length_and_then_rises_to_the_share_between_them()
    {
        var workload = SyntheticRun.Exponential(0, 0, 40_000_000) with
        {
            Lifetime = new Distribution(DistributionKind.Constant, 100_000),
        };

        var record = SyntheticRun.Of(workload, SyntheticRun.Fixed(Pages)).Run.Record;

        var begins = record.Where(entry => entry.Kind == EventKind.PauseBegin).Select(entry => entry.Time).Skip(FirstCycles).ToList();
        var ends = record.Where(entry => entry.Kind == EventKind.PauseEnd).Select(entry => entry.Time).Skip(FirstCycles).ToList();
        var pause = begins.Zip(ends, (begin, end) => end - begin).Average();
        var period = (begins[^1] - begins[0]) / (begins.Count - 1.0);
        foreach (var share in new[] { 0.25, 0.5, 0.75, 1 })
        {
            Assert.Equal(0, LeastUtilization(begins, ends, share * 0.98 * pause), 9);
            var window = pause + (share * (period - pause));
            Assert.InRange(LeastUtilization(begins, ends, window) / ((window - pause) / window), 0.98, 1.02);
        }

        Assert.InRange(LeastUtilization(begins, ends, 10 * period) / (1 - (pause / period)), 0.98, 1.02);
    }

    /// <summary>The least share that the program has of any window; one that begins or ends with a pause is the worst.</summary>
    private static double LeastUtilization(List<long> begins, List<long> ends, double window) => begins
        .SkipLast(12)
        .Min(start => 1 - (Enumerable.Range(0, begins.Count)
            .Sum(pause => Math.Max(0, Math.Min(ends[pause], start + window) - Math.Max(begins[pause], start))) / window));

    private static double AllocatedBetween(IReadOnlyList<CycleRow> cycles) => Enumerable.Range(FirstCycles, cycles.Count - FirstCycles)
        .Average(cycle => cycles[cycle][Statistic.NewSizeBefore] - cycles[cycle - 1][Statistic.NewUsed]);

    private static double Average(IReadOnlyList<CycleRow> cycles, Statistic statistic) =>
        cycles.Skip(FirstCycles).Average(cycle => cycle[statistic]);
}
