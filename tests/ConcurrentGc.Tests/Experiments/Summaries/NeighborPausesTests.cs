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
        var rows = Rows(0, (10, 15), (20, 27), (40, 41));
        var neighbor = Rows(1, (15, 20), (26, 30));

        var found = Assert.Single(NeighborPauses.Of(rows, [neighbor, []]));

        Assert.Equal(CycleKind.Scavenge, found.Kind);
        Assert.Equal((2, 6, 1, 7), (found.Alone.Count, found.Alone.Total, found.Beside.Count, found.Beside.Total));
    }

    [Fact]
    public void Without_collections_there_is_no_kind() => Assert.Empty(NeighborPauses.Of([], [Rows(1, (1, 2))]));

    private static IReadOnlyList<Cycle> Rows(int isolate, params (long Begin, long End)[] pauses)
    {
        var table = new CollectionTable();
        foreach (var (index, (begin, end)) in pauses.Index())
        {
            void Append(long time, EventKind kind, long subject) =>
                table.Append(new RecordEntry(time, 0, kind, index + 1, subject, 0) { Isolate = isolate });
            Append(begin, EventKind.CycleBegin, (long)CycleKind.Scavenge);
            Append(begin, EventKind.PauseBegin, 0);
            Append(end, EventKind.PauseEnd, 0);
            Append(end, EventKind.CycleEnd, (long)CycleKind.Scavenge);
        }

        return table.Rows;
    }
}
