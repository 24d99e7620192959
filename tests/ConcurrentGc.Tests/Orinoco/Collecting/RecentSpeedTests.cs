using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

public sealed class RecentSpeedTests
{
    private const long Millisecond = 1_000_000;

    [Fact]
    public void It_is_unknown_before_the_first_sample_and_after_one_without_time()
    {
        var speed = default(RecentSpeed);

        speed.Add(1000, 0);

        Assert.Equal(0, speed.Over());
    }

    [Fact]
    public void It_is_all_bytes_over_all_time()
    {
        var speed = default(RecentSpeed);

        speed.Add(9000, 2 * Millisecond);
        speed.Add(1000, 8 * Millisecond);

        Assert.Equal(1000, speed.Over());
    }

    [Fact]
    public void Older_samples_do_not_count_when_newer_ones_fill_the_span()
    {
        var speed = default(RecentSpeed);

        speed.Add(1_000_000, Millisecond);
        speed.Add(12_000, 6000 * Millisecond);

        Assert.Equal(2, speed.Over(5000));
        Assert.True(speed.Over(7000) > 100);
    }

    [Fact]
    public void Ten_samples_are_remembered()
    {
        var speed = default(RecentSpeed);

        speed.Add(1_000_000, Millisecond);
        for (var i = 0; i < 10; i++)
        {
            speed.Add(5, Millisecond);
        }

        Assert.Equal(5, speed.Over());
    }

    [Fact]
    public void It_lies_between_one_byte_and_a_gigabyte()
    {
        var (slow, fast) = (default(RecentSpeed), default(RecentSpeed));

        slow.Add(1, 1000 * Millisecond);
        fast.Add(1L << 40, 1);

        Assert.Equal((1, 1 << 30), (slow.Over(), fast.Over()));
    }
}
