using ConcurrentGc.Experiments.Reproduction;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Reproduction;

public sealed class UtilizationTests
{
    private const long Pause = 3_000;
    private const long Period = 10_000;

    [Theory]
    [InlineData(1, 0)]
    [InlineData(Pause, 0)]
    [InlineData(2 * Pause, 0.5)]
    [InlineData(Period, 0.7)]
    [InlineData(Period + Pause, 7.0 / 13)]
    [InlineData((2 * Period) + Pause, 14.0 / 23)]
    [InlineData(10 * Period, 0.7)]
    [InlineData(1_000 * Period, 0.7)]
    public void One_pause_a_period_gives_the_saw_tooth_of_the_formula(long window, double expected)
    {
        var stops = Enumerable.Range(0, 10).Select(index => (index * Period, (index * Period) + Pause)).ToList();

        Assert.Equal(expected, Utilization.Least(stops, 10 * Period, window), 9);
    }

    [Fact]
    public void A_program_that_never_stands_has_all_the_time()
    {
        Assert.Equal(1, Utilization.Least([], 1_000, 10));
    }

    [Fact]
    public void The_minimum_is_that_of_all_windows_tried_one_by_one()
    {
        const int seed = 20;
        var random = new Random(seed);
        for (var round = 0; round < 200; round++)
        {
            var stops = new List<(long Begin, long End)>();
            var time = 0L;
            while (time < 120)
            {
                var begin = time + random.Next(1, 20);
                time = begin + random.Next(1, 15);
                stops.Add((begin, time));
            }

            var length = time + random.Next(0, 10);
            var window = random.Next(1, 80);
            var least = Enumerable.Range(0, (int)(length - window) + 1).Min(start =>
                1 - (Enumerable.Range(start, window).Count(at => stops.Exists(stop => at >= stop.Begin && at < stop.End)) / (double)window));

            Assert.True(
                Math.Abs(least - Utilization.Least(stops, length, window)) < 1e-9,
                $"seed {seed}, round {round}: {least} expected");
        }
    }
}
