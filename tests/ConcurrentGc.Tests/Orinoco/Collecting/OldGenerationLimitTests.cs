using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>The limits that Node 20 traces; sizes there are whole kilobytes, their fractions cut off.</summary>
public sealed class OldGenerationLimitTests
{
    private const long Kilobyte = 1024;
    private const long Megabyte = 1 << 20;
    private const long Area = 257_720;

    [Theory]
    [InlineData("fifo ss1", 6_829, 4, 28_325)]
    [InlineData("gcbench", 30_250, 64, 137_108)]
    [InlineData("splay", 38_707, 64, 170_935)]
    [InlineData("lru", 11_865, 64, 63_569)]
    [InlineData("rewire", 13_095, 64, 68_489)]
    [InlineData("frame", 3_995, 64, 32_087)]
    [InlineData("smallest", 2_623, 4, 11_822)]
    public void After_a_full_collection_it_is_what_node_traced(string program, long liveKilobytes, long pages, long limitKilobytes)
    {
        var isReached = false;
        for (var fraction = 0L; fraction < Kilobyte; fraction++)
        {
            var limit = New(4096);
            limit.AfterMarkCompact((liveKilobytes * Kilobyte) + fraction, pages * Area, collectorSpeed: 0, mutatorSpeed: 0);
            isReached |= limit.Bytes / Kilobyte == limitKilobytes;
        }

        Assert.True(isReached, program);
    }

    [Theory]
    [InlineData(100, 1000, 150, true)] // by half of the limit
    [InlineData(100, 1000, 149, false)]
    [InlineData(40, 1000, 72, true)] // by 32 MB where half of it is less
    [InlineData(40, 1000, 71, false)]
    [InlineData(100, 120, 110, true)] // by half of what is left to the maximum
    [InlineData(100, 120, 109, false)]
    [InlineData(100, 100, 100, false)] // not above it
    public void It_is_overshot_by_far_by_half_of_it_or_of_what_is_left(long limit, long maximum, long old, bool expected) =>
        Assert.Equal(
            expected,
            new OldGenerationLimit(limit * Megabyte, maximum * Megabyte, 8 * Megabyte).IsOvershotByFar(old * Megabyte));

    [Theory]
    [InlineData(1, 4.0)]
    [InlineData(32, 4.0)]
    [InlineData(50, 1.5 / 0.53)]
    [InlineData(100, 3 / 2.03)]
    [InlineData(400, 1.1)]
    public void The_factor_follows_the_ratio_of_the_speeds(double ratio, double factor)
    {
        const long live = 1000 * Megabyte;
        var limit = New(1 << 20);

        limit.AfterMarkCompact(live, newCapacity: 0, collectorSpeed: ratio * 1000, mutatorSpeed: 1000);

        Assert.InRange(limit.Bytes, (long)(live * (factor - 0.001)), (long)(live * (factor + 0.001)));
    }

    [Theory]
    [InlineData(256, 1.3)]
    [InlineData(1152, 1.65)]
    [InlineData(2047, 2.0)]
    public void A_small_heap_has_a_small_factor(long maximumMegabytes, double factor)
    {
        var live = 100 * Megabyte;
        var limit = New(maximumMegabytes);

        limit.AfterMarkCompact(live, newCapacity: 0, collectorSpeed: 0, mutatorSpeed: 0);

        Assert.InRange(limit.Bytes, (long)(live * (factor - 0.001)), (long)(live * (factor + 0.001)));
    }

    [Fact]
    public void It_never_exceeds_half_the_way_to_the_maximum()
    {
        var limit = New(4096);

        limit.AfterMarkCompact(3000 * Megabyte, 16 * Megabyte, collectorSpeed: 0, mutatorSpeed: 0);

        Assert.Equal(3548 * Megabyte, limit.Bytes);
    }

    [Fact]
    public void Before_the_first_full_collection_it_falls_with_the_survival_ratio_and_then_stays()
    {
        var limit = New(4096);
        limit.AddSurvival(50, 100);

        limit.AfterScavenge(4 * Megabyte);
        Assert.Equal(256 * Megabyte, limit.Bytes);

        limit.AddSurvival(0, 100);
        limit.AfterScavenge(4 * Megabyte);
        Assert.Equal(64 * Megabyte, limit.Bytes);

        limit.AfterScavenge(60 * Megabyte);
        Assert.Equal(64 * Megabyte, limit.Bytes);

        limit.AfterScavenge(4 * Megabyte);
        Assert.Equal(64 * Megabyte, limit.Bytes);
    }

    [Fact]
    public void The_average_is_that_of_the_last_ten_collections()
    {
        var limit = New(4096);
        Assert.Equal(100, limit.AverageSurvival);

        for (var i = 0; i < 25; i++)
        {
            limit.AddSurvival(i, 100);
        }

        Assert.Equal(19.5, limit.AverageSurvival);
    }

    private static OldGenerationLimit New(long maximumMegabytes) =>
        new(Math.Min(512, maximumMegabytes / 2) * Megabyte, maximumMegabytes * Megabyte, 8 * Megabyte);
}
