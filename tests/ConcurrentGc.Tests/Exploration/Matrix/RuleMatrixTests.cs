using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Matrix;

public sealed class RuleMatrixTests
{
    /// <summary>Those of three objects are the same; that takes minutes.</summary>
    [Fact]
    public void Every_cell_over_every_heap_of_two_objects_has_the_verdict_of_an_independent_model_checker() =>
        Golden.Matches("matrix", string.Join('\n', Decide(2, TextbookReductions.None).Prepend(MatrixWords.Header)) + "\n", "Exploration");

    [Theory]
    [InlineData(TextbookReductions.DeadFields)]
    [InlineData(TextbookReductions.DeadFields | TextbookReductions.Renaming)]
    public void No_reduction_changes_a_verdict(TextbookReductions reductions) =>
        Assert.Equal(Decide(2, TextbookReductions.None), Decide(2, reductions));

    [Fact]
    public void Without_snapshot_and_rescan_every_cell_is_violated_with_one_object() =>
        Assert.All(
            RuleMatrix.Rules().Where(rules => !rules.HasSnapshot && !rules.HasRescan),
            rules => Assert.Equal((Verdict.Violated, 1), Of(Search(3, TextbookReductions.None).Decide(rules))));

    private static (Verdict Verdict, int Objects) Of(MatrixCell cell) => (cell.Result.Verdict, cell.Objects);

    private static MatrixSearch Search(int objects, TextbookReductions reductions) =>
        new(new TextbookQuestion(objects, Operations: null, EveryHeap: true), reductions, new SearchLimits());

    private static IReadOnlyList<string> Decide(int objects, TextbookReductions reductions)
    {
        var search = Search(objects, reductions);
        return [.. RuleMatrix.Rules().Select(rules => MatrixWords.Line(search.Decide(rules)))];
    }
}
