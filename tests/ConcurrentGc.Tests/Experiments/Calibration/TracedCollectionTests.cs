using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Calibration;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Calibration;

public sealed class TracedCollectionTests
{
    private static readonly NodeRun _run = NodeRun.Traced("mark-list 1 2");
    private static readonly string _bare = File.ReadAllText(GoldTables.FileOf("bare-heap.log"));
    private static readonly string _samples = File.ReadAllText(GoldTables.FileOf("trace-samples.log"));

    [Fact]
    public void Lines_that_node_printed_give_their_times_in_nanoseconds()
    {
        var collections = TracedCollection.Read(_run, _bare, CycleKind.MarkCompact, 5);

        Assert.Equal([2.1, 1.5, 1.6, 1.6, 9.6], collections.Select(each => Math.Round(each.Nanoseconds("mark") / 1e6, 1)));
        Assert.Equal([4.1, 11.9, 11.9, 2.3, 10.4], collections.Select(each => Math.Round(each.Pause / 1e6, 1)));
    }

    [Fact]
    public void What_lies_outside_of_scopes_is_the_pause_less_the_scopes_that_hold_no_other()
    {
        var quiet = TracedCollection.Read(_run, _bare, CycleKind.MarkCompact, 5)[3];

        // The pause of 2.3 ms less mark 1.6, evacuate 0.1 and what the line has else.
        Assert.InRange(quiet.OutsideScopes / 1e6, 0.3, 0.7);
    }

    [Fact]
    public void Kinds_are_told_apart_and_bytes_are_read()
    {
        var scavenges = TracedCollection.Read(_run, _samples, CycleKind.Scavenge, 1);

        Assert.All(scavenges, each => Assert.Equal(CycleKind.Scavenge, each.Kind));
        Assert.Equal((2.0, true), (scavenges[0].Pause / 1e6, scavenges[0].Copied + scavenges[0].Promoted > 0));
    }

    [Fact]
    public void A_quiet_collection_is_what_fits_take_from_a_busy_machine()
    {
        var marks = TracedCollection.Read(_run, _bare, CycleKind.MarkCompact, 5).Select(each => each.Nanoseconds("mark"));

        Assert.InRange(UndisturbedFit.Low(marks) / 1e6, 1.5, 1.6);
    }

    [Fact]
    public void Too_few_lines_are_an_error_that_names_the_run()
    {
        var problem = Assert.Throws<InvalidInputException>(() => TracedCollection.Read(_run, _bare, CycleKind.Scavenge, 1));

        Assert.Equal(
            "node --predictable --expose-gc --trace-gc --trace-gc-nvp costs mark-list 1 2: " +
            "found 0 lines of --trace-gc-nvp with gc=s, allowed: 1 or more",
            problem.Message);
    }
}
