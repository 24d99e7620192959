using ConcurrentGc.Experiments.Summaries;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Summaries;

public sealed class PauseStatisticsTests
{
    [Theory]
    [InlineData(5, 15)]
    [InlineData(30, 20)]
    [InlineData(40, 20)]
    [InlineData(50, 35)]
    [InlineData(100, 50)]
    public void A_percentile_is_the_value_of_the_nearest_rank(int percent, long expected)
    {
        Assert.Equal(expected, PauseStatistics.NearestRank([15, 20, 35, 40, 50], percent));
    }

    [Fact]
    public void Statistics_do_not_depend_on_order()
    {
        var pauses = Enumerable.Range(1, 200).Select(number => (long)number).ToList();
        var expected = new PauseStatistics(200, 20100, 100, 190, 198, 200);

        Assert.Equal(expected, PauseStatistics.Of(pauses));
        Assert.Equal(expected, PauseStatistics.Of(pauses.AsEnumerable().Reverse()));
    }

    [Fact]
    public void No_pauses_give_zeros()
    {
        Assert.Equal(new PauseStatistics(0, 0, 0, 0, 0, 0), PauseStatistics.Of([]));
    }
}
