using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Summaries;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Summaries;

public class NeighborPausesTests
{
    [Fact]
    public void A_pause_is_beside_a_neighbor_when_they_overlap()
    {
        var rows = Rows(0, (10, 15, 0), (20, 27, 0), (40, 41, 0));
        var neighbor = Rows(1, (15, 20, 0), (26, 30, 0));

        var found = Assert.Single(NeighborPauses.Of(rows, [neighbor, []]));

        Assert.Equal(CycleKind.Scavenge, found.Kind);
        Assert.Equal((2, 6, 1, 7), (found.Alone.Count, found.Alone.Total, found.Beside.Count, found.Beside.Total));
    }

    [Fact]
    public void A_scavenge_beside_a_neighbor_is_compared_with_the_one_without_that_moved_the_most_similar_number_of_bytes()
    {
        var neighbor = Rows(1, (100, 200, 0));
        var rows = Rows(
            0, (0, 10, 1_000_000), (20, 33, 1_090_000), (40, 90, 5_000_000), // beside none
            (110, 115, 1_080_000), (120, 127, 2_000_000), (130, 131, 920_000)); // beside one, the second like none

        var found = Assert.Single(NeighborPauses.Of(rows, [neighbor]));

        Assert.Equal((3, 3), (found.Alone.Count, found.Beside.Count));
        Assert.Equal((2, 13 + 10), (found.MatchedAlone.Count, found.MatchedAlone.Total));
        Assert.Equal((2, 5 + 1), (found.MatchedBeside.Count, found.MatchedBeside.Total));
    }

    [Fact]
    public void Full_collections_are_counted_and_not_compared()
    {
        var found = Assert.Single(NeighborPauses.Of(
            Rows(0, CycleKind.MarkCompact, (0, 10, 50), (20, 30, 50)), [Rows(1, (25, 28, 0))]));

        Assert.Equal((1, 1, 0), (found.Alone.Count, found.Beside.Count, found.MatchedBeside.Count));
    }

    [Fact]
    public void Without_collections_there_is_no_kind() => Assert.Empty(NeighborPauses.Of([], [Rows(1, (1, 2, 0))]));

    private static IReadOnlyList<Cycle> Rows(int isolate, params (long Begin, long End, long Moved)[] pauses) =>
        Rows(isolate, CycleKind.Scavenge, pauses);

    private static IReadOnlyList<Cycle> Rows(int isolate, CycleKind kind, params (long Begin, long End, long Moved)[] pauses)
    {
        var table = new CollectionTable();
        foreach (var (index, (begin, end, moved)) in pauses.Index())
        {
            void Append(long time, EventKind entry, long subject, long value = 0) =>
                table.Append(new RecordEntry(time, 0, entry, index + 1, subject, value) { Isolate = isolate });
            Append(begin, EventKind.CycleBegin, (long)kind);
            Append(begin, EventKind.PauseBegin, 0);
            Append(end, EventKind.Statistic, (long)Statistic.Copied, moved / 2);
            Append(end, EventKind.Statistic, (long)Statistic.Promoted, moved - (moved / 2));
            Append(end, EventKind.PauseEnd, 0);
            Append(end, EventKind.CycleEnd, (long)kind);
        }

        return table.Rows;
    }
}
