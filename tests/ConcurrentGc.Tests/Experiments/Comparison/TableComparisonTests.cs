using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Comparison;

public sealed class TableComparisonTests
{
    [Theory]
    [InlineData(0, 48 * 1024, true)]
    [InlineData(0, (48 * 1024) + 1, false)]
    [InlineData(10_000_000, 10_500_000, true)]
    [InlineData(10_000_000, 10_500_001, false)]
    [InlineData(10_000_000, 9_499_999, false)]
    public void Sizes_agree_within_five_percent_or_48_kilobytes(long reference, long simulated, bool expected)
    {
        Assert.Equal(expected, RowComparison.IsClose(simulated, reference));
    }

    [Fact]
    public void A_row_names_every_number_that_differs()
    {
        var reference = new TableRow(1, CycleKind.Scavenge, "", 4_000_000, 3_000_000, 0, 900_000);
        var simulated = reference with { Kind = CycleKind.MarkCompact, Promoted = 900_000, Copied = 0 };

        Assert.Equal(["kind", "promoted", "copied"], new RowComparison(simulated, reference).Differences);
    }

    [Theory]
    [InlineData("gcbench.default", "gcbench.ss16", true)]
    [InlineData("binarytrees.default", "binarytrees.ss64", true)]
    [InlineData("gcbench.ss1", "gcbench.ss64", false)]
    [InlineData("gcbench.default", "lru.default", false)]
    [InlineData("fifo.default", "binarytrees.default", false)]
    public void Two_programs_and_two_heaps_are_told_from_one_by_what_is_allocated_and_survives(string one, string other, bool expected)
    {
        Assert.Equal(expected, TableComparison.Of(GoldTables.Read(one), GoldTables.Read(other)).MayBeOfOneProgram);
    }

    [Fact]
    public void Runs_without_collections_may_be_of_one_program()
    {
        Assert.True(TableComparison.Of([], []).MayBeOfOneProgram);
    }

    [Fact]
    public void A_table_agrees_with_itself_to_the_end()
    {
        var rows = GoldTables.Read("server.ss1");

        var comparison = TableComparison.Of(rows, rows);

        Assert.True(comparison.AgreesBeforeMarking);
        Assert.Equal(966, comparison.RowsBeforeMarking);
        Assert.All(comparison.Rows, row => Assert.True(row.Agrees));
    }

    [Fact]
    public void A_difference_after_the_start_of_marking_is_listed_and_does_not_count()
    {
        var reference = GoldTables.Read("splay.default");
        var simulated = reference.ToList();
        simulated[30] = simulated[30] with { Promoted = 1 };

        var comparison = TableComparison.Of(simulated, reference);

        Assert.True(comparison.AgreesBeforeMarking);
        Assert.Equal(["promoted"], comparison.Rows[30].Differences);
    }

    [Fact]
    public void The_first_difference_before_marking_is_named_by_its_row()
    {
        var reference = GoldTables.Read("splay.default");
        var simulated = reference.ToList();
        simulated[3] = simulated[3] with { Copied = 1 };

        Assert.Equal(4, TableComparison.Of(simulated, reference).FirstDisagreement);
    }

    [Fact]
    public void Surplus_rows_break_a_table_without_mark_compact()
    {
        var reference = GoldTables.Read("fifo.default");

        var comparison = TableComparison.Of([.. reference, reference[0]], reference);

        Assert.Equal(58, comparison.FirstDisagreement);
    }

    [Fact]
    public void The_caller_may_say_how_many_rows_must_agree()
    {
        var reference = GoldTables.Read("splay.default");

        Assert.Equal(7, TableComparison.Of(reference, reference, rowsBeforeMarking: 7).RowsBeforeMarking);
    }
}
