using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>Times are milliseconds.</summary>
public sealed class TaskDelayTests
{
    private TaskDelay _delay;

    [Fact]
    public void Before_any_task_has_run_complete_marking_does_not_wait()
    {
        _delay.Start(At(100));

        Assert.False(_delay.MayWait(At(110)));
    }

    [Fact]
    public void Where_tasks_came_soon_it_waits_fifty_milliseconds_since_the_task_was_posted()
    {
        _delay.Start(At(100));
        _delay.Run(At(120));
        _delay.Post(At(130));

        Assert.True(_delay.MayWait(At(140)));
        Assert.True(_delay.MayWait(At(179)));
        Assert.False(_delay.MayWait(At(180)));
    }

    [Fact]
    public void A_tenth_of_the_time_since_marking_started_is_waited_for_if_that_is_longer()
    {
        _delay.Start(At(0));
        _delay.Run(At(20));
        _delay.Post(At(900));

        Assert.True(_delay.MayWait(At(900))); // until 900 + 90
        Assert.True(_delay.MayWait(At(989)));
        Assert.False(_delay.MayWait(At(990)));
    }

    [Fact]
    public void Where_tasks_came_late_on_average_it_does_not_wait()
    {
        _delay.Start(At(0));
        _delay.Run(At(20));
        _delay.Start(At(100));
        _delay.Run(At(200)); // (20 + 100) / 2
        _delay.Post(At(200));

        Assert.False(_delay.MayWait(At(210)));
    }

    [Fact]
    public void When_the_task_at_hand_has_been_late_for_long_it_does_not_wait()
    {
        _delay.Start(At(0));
        _delay.Run(At(20));
        _delay.Post(At(20));

        Assert.False(_delay.MayWait(At(71)));
    }

    private static long At(long milliseconds) => milliseconds * 1_000_000;
}
