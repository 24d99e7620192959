using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

/// <summary>V8's table of states, row by row. Times are seconds.</summary>
public sealed class MemoryReducerTests
{
    private const double Slack = 0.1;
    private const long Megabyte = 1 << 20;

    private MemoryReducer _reducer;

    [Fact]
    public void Possible_garbage_makes_it_wait_for_eight_seconds()
    {
        _reducer.OnPossibleGarbage(At(1));

        Waits(until: 9);
    }

    [Fact]
    public void More_garbage_does_not_put_it_off()
    {
        _reducer.OnPossibleGarbage(At(1));
        _reducer.OnPossibleGarbage(At(5));

        Waits(until: 9);
    }

    [Theory]
    [InlineData(9, ReducerState.Done)]
    [InlineData(10, ReducerState.Wait)]
    public void A_full_collection_of_a_heap_that_has_grown_makes_it_wait(long megabytes, ReducerState state)
    {
        _reducer.OnMarkCompact(At(2), megabytes * Megabyte, isMoreLikely: false);

        Assert.Equal(state, _reducer.State);
    }

    [Fact]
    public void A_full_collection_while_it_waits_puts_it_off()
    {
        _reducer.OnPossibleGarbage(At(1));
        _reducer.OnMarkCompact(At(3), Megabyte, isMoreLikely: false);

        Waits(until: 11);
    }

    [Fact]
    public void A_program_that_is_not_quiet_is_asked_again_eight_seconds_later()
    {
        _reducer.OnPossibleGarbage(At(1));

        Assert.False(_reducer.OnTimer(At(9.1), Megabyte, isQuiet: false));

        Waits(until: 17.1);
    }

    [Fact]
    public void A_quiet_program_is_collected()
    {
        _reducer.OnPossibleGarbage(At(1));

        Assert.True(_reducer.OnTimer(At(9.1), Megabyte, isQuiet: true));
        Assert.Equal(ReducerState.Run, _reducer.State);
    }

    [Theory]
    [InlineData(101, false)]
    [InlineData(104, true)]
    public void A_busy_program_is_collected_when_the_last_time_is_over_a_hundred_seconds_ago(double time, bool starts)
    {
        _reducer.OnPossibleGarbage(At(1));
        _reducer.OnMarkCompact(At(3), Megabyte, isMoreLikely: false);

        Assert.Equal(starts, _reducer.OnTimer(At(time), Megabyte, isQuiet: false));
    }

    [Fact]
    public void A_second_collection_follows_half_a_second_later_and_a_third_only_if_it_is_likely_to_free_more()
    {
        Run(at: 9.1);
        _reducer.OnMarkCompact(At(10), Megabyte, isMoreLikely: false);
        Waits(until: 10.5);

        Run(at: 10.6);
        _reducer.OnMarkCompact(At(11), Megabyte, isMoreLikely: true);
        Waits(until: 11.5);

        Run(at: 11.6);
        _reducer.OnMarkCompact(At(12), Megabyte, isMoreLikely: true);
        Assert.Equal(ReducerState.Done, _reducer.State);
    }

    [Fact]
    public void When_it_is_done_the_heap_has_to_grow_before_it_waits_again()
    {
        Run(at: 9.1);
        _reducer.OnMarkCompact(At(10), 200 * Megabyte, isMoreLikely: false);
        Run(at: 10.6);
        _reducer.OnMarkCompact(At(11), 200 * Megabyte, isMoreLikely: false);
        Assert.Equal(ReducerState.Done, _reducer.State);

        _reducer.OnMarkCompact(At(12), 219 * Megabyte, isMoreLikely: true);
        Assert.Equal(ReducerState.Done, _reducer.State);
        _reducer.OnMarkCompact(At(13), 221 * Megabyte, isMoreLikely: false);
        Waits(until: 21);
    }

    private static long At(double seconds) => (long)Math.Round(seconds * 1e9);

    private void Waits(double until) =>
        Assert.Equal((ReducerState.Wait, At(until + Slack)), (_reducer.State, _reducer.Due));

    private void Run(double at)
    {
        _reducer.OnPossibleGarbage(At(1));
        Assert.True(_reducer.OnTimer(At(at), Megabyte, isQuiet: true));
    }
}
