using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>Limits by the other rules and modes, computed by hand: 100 MB live of at most 4096 MB, 16 MB of new space.</summary>
public sealed class LimitRuleTests
{
    private const long Megabyte = 1 << 20;
    private const long Live = 100 * Megabyte;
    private const long NewCapacity = 16 * Megabyte;

    [Theory]
    [InlineData(GrowingMode.Default, 416)] // 4 x 100 + 16
    [InlineData(GrowingMode.Slow, 146)] // 1.3 x 100 + 16
    [InlineData(GrowingMode.Conservative, 146)]
    [InlineData(GrowingMode.Minimal, 126)] // 1.1 x 100 + 16
    public void A_mode_bounds_the_factor(GrowingMode mode, long megabytes) =>
        Assert.InRange(After(Live, default, mode), (megabytes * Megabyte) - 1, megabytes * Megabyte);

    [Theory]
    [InlineData(GrowingMode.Slow, 28)] // 4 + 8 + 16
    [InlineData(GrowingMode.Minimal, 28)]
    [InlineData(GrowingMode.Conservative, 22)] // 4 + 2 + 16
    public void A_small_heap_grows_by_the_least_step_of_the_mode(GrowingMode mode, long megabytes) =>
        Assert.Equal(megabytes * Megabyte, After(4 * Megabyte, default, mode));

    [Theory]
    [InlineData(GrowingMode.Default)]
    [InlineData(GrowingMode.Minimal)]
    public void A_percentage_holds_in_every_mode(GrowingMode mode) =>
        Assert.Equal(166 * Megabyte, After(Live, new LimitRule(50, 0), mode));

    [Fact]
    public void The_square_root_rule_weighs_allocation_against_the_speed_of_the_collector()
    {
        // 48 MB live, a tenth of the collector's speed: sqrt(50331648 x 0.1 / 3e-10) = 129526901 bytes more.
        var limit = New(new LimitRule(0, 1));

        limit.AfterMarkCompact(48 * Megabyte, NewCapacity, collectorSpeed: 1000, mutatorSpeed: 100);

        Assert.InRange(limit.Bytes, (48 * Megabyte) + 129_526_000, (48 * Megabyte) + 129_528_000);
    }

    [Fact]
    public void Four_times_the_allocation_rate_is_twice_the_room()
    {
        var (slow, fast) = (New(new LimitRule(0, 1)), New(new LimitRule(0, 1)));

        slow.AfterMarkCompact(Live, NewCapacity, collectorSpeed: 1000, mutatorSpeed: 50);
        fast.AfterMarkCompact(Live, NewCapacity, collectorSpeed: 1000, mutatorSpeed: 200);

        Assert.InRange(fast.Bytes - Live, (2 * (slow.Bytes - Live)) - 2, (2 * (slow.Bytes - Live)) + 2);
    }

    [Fact]
    public void A_scavenge_of_an_idle_program_lowers_the_limit_and_never_raises_it()
    {
        var limit = New(default);
        limit.AfterMarkCompact(Live, NewCapacity, 0, 0);

        limit.LowerWhileIdle(Live, NewCapacity, 0, 0, GrowingMode.Slow);
        var lowered = limit.Bytes;
        limit.LowerWhileIdle(2 * Live, NewCapacity, 0, 0, GrowingMode.Default);

        Assert.InRange(lowered, (146 * Megabyte) - 1, 146 * Megabyte);
        Assert.Equal(lowered, limit.Bytes);
    }

    private static OldGenerationLimit New(LimitRule rule) => new(512 * Megabyte, 4096 * Megabyte, 8 * Megabyte, rule);

    private static long After(long live, LimitRule rule, GrowingMode mode)
    {
        var limit = New(rule);
        limit.AfterMarkCompact(live, NewCapacity, collectorSpeed: 0, mutatorSpeed: 0, mode);
        return limit.Bytes;
    }
}
