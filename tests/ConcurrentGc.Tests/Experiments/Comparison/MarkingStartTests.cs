using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Comparison;

public sealed class MarkingStartTests
{
    public static TheoryData<string> Names => [.. GoldTables.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void Marking_starts_at_most_twenty_two_scavenges_before_the_first_mark_compact(string name)
    {
        // Measured under V8: the mark-compact follows the start by one to three rows, by up to 22 with 1 MB.
        var furthest = name.EndsWith("ss1", StringComparison.Ordinal) ? 22 : 2;
        var rows = GoldTables.Read(name);
        var scavenges = rows.TakeWhile(row => row.Kind == CycleKind.Scavenge).Count();

        var before = MarkingStart.RowsBefore(rows);

        Assert.InRange(before, scavenges == rows.Count ? scavenges : scavenges - furthest, scavenges);
    }

    [Theory]
    [InlineData("splay.default", 25)]
    [InlineData("large.ss1", 24)]
    [InlineData("fifo.ss1", 74)]
    public void The_start_is_the_scavenge_after_which_the_old_generation_is_above_its_limit(string name, int expected)
    {
        Assert.Equal(expected, MarkingStart.RowsBefore(GoldTables.Read(name)));
    }

    [Fact]
    public void A_table_without_mark_compact_is_before_marking_to_its_end()
    {
        Assert.Equal(45, MarkingStart.RowsBefore(GoldTables.Read("binarytrees.default")));
    }

    [Fact]
    public void A_lower_first_limit_lets_marking_start_earlier()
    {
        var rows = GoldTables.Read("splay.default");

        Assert.True(MarkingStart.RowsBefore(rows, 20L << 20) < MarkingStart.RowsBefore(rows));
    }
}
