using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>By hand, in MB and MB a millisecond.</summary>
public sealed class IdleTimeEstimateTests
{
    private const long Megabyte = 1 << 20;

    [Theory]
    [InlineData(0.74, 16, 0, false)] // unknown: 5 ms x 0.25 = 1.25, less 0.5
    [InlineData(0.75, 16, 0, true)]
    [InlineData(4.49, 16, 1, false)] // 5 ms x 1 = 5, less 0.5
    [InlineData(4.5, 16, 1, true)]
    [InlineData(12.2, 16, 100, false)] // 0.8 x 16 = 12.8, less 0.5
    [InlineData(12.31, 16, 100, true)]
    [InlineData(0.49, 1, 100, false)] // 0.8 x 1 - 0.5 = 0.3: at least 0.5
    [InlineData(0.5, 1, 100, true)]
    public void New_space_is_scavenged_when_an_average_period_would_not_do_for_more(
        double used, long capacity, double speed, bool expected) => Assert.Equal(
            expected, IdleTimeEstimate.IsWorthScavenging(Bytes(used), capacity * Megabyte, speed * Megabyte));

    [Theory]
    [InlineData(10, 10, 1, true)]
    [InlineData(9.9, 10, 1, false)]
    [InlineData(40, 10, 0, true)] // unknown: 0.25
    [InlineData(39.9, 10, 0, false)]
    public void A_scavenge_fits_by_the_bytes_of_new_space(double milliseconds, double used, double speed, bool expected) =>
        Assert.Equal(expected, IdleTimeEstimate.FitsScavenge(milliseconds, Bytes(used), speed * Megabyte));

    [Theory]
    [InlineData(10, 1000, 9000)]
    [InlineData(1, 131_072, 117_964)] // the step of a task: a tenth is kept back
    [InlineData(50, 16 * Megabyte, 700 * Megabyte)]
    public void A_marking_step_is_as_large_as_the_time_allows(double milliseconds, double speed, long bytes) =>
        Assert.Equal(bytes, IdleTimeEstimate.StepBytes(milliseconds, speed));

    [Theory]
    [InlineData(10, 100, 10, true)]
    [InlineData(9.9, 100, 10, false)]
    [InlineData(50, 100, 0, true)] // unknown: 2
    [InlineData(49.9, 100, 0, false)]
    [InlineData(1000, 1_000_000, 1, true)] // never estimated longer than a second
    public void The_pause_that_ends_marking_fits_by_the_bytes_of_all_objects(
        double milliseconds, double bytes, double speed, bool expected) =>
        Assert.Equal(expected, IdleTimeEstimate.FitsEnd(milliseconds, Bytes(bytes), speed * Megabyte));

    private static long Bytes(double megabytes) => (long)(megabytes * Megabyte);
}
