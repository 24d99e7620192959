using ConcurrentGc.Orinoco.Embedding;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Embedding;

/// <summary>Frames at 100, 200, 300 and so on.</summary>
public sealed class ProgramFramesTests
{
    private ProgramFrames _frames = new(100);

    [Theory]
    [InlineData(0, 100)]
    [InlineData(99, 100)]
    [InlineData(100, 200)]
    public void A_frame_is_due_when_the_display_is_ready_next(long now, long due)
    {
        _frames.Request(now);

        Assert.Equal(due, _frames.Due);
    }

    [Fact]
    public void Who_asks_twice_gets_one_frame_and_not_before_it_is_due()
    {
        _frames.Request(10);
        _frames.Request(150);

        Assert.False(_frames.TryBegin(99, out _));
        Assert.True(_frames.TryBegin(103, out var due));
        Assert.Equal(100, due);
        Assert.False(_frames.TryBegin(300, out _));
    }

    [Fact]
    public void A_frame_is_told_once_and_from_when_it_was_due()
    {
        _frames.Request(10);
        _ = _frames.TryBegin(103, out _);
        Assert.True(_frames.IsRunning);
        Assert.False(_frames.TryTakeEnded(150, out _));

        _frames.End();

        Assert.True(_frames.TryTakeEnded(160, out var length));
        Assert.Equal(60, length);
        Assert.False(_frames.TryTakeEnded(160, out _));
        Assert.False(_frames.IsRunning);
    }

    [Theory]
    [InlineData(199, 200)]
    [InlineData(200, 300)]
    [InlineData(420, 500)]
    public void What_was_asked_for_in_a_frame_that_took_too_long_is_not_made_up_for(long end, long next)
    {
        _frames.Request(10);
        _ = _frames.TryBegin(100, out _);
        _frames.Request(110);
        _frames.End();

        _ = _frames.TryTakeEnded(end, out _);

        Assert.Equal(next, _frames.Due);
    }

    [Fact]
    public void Nothing_ends_without_a_frame()
    {
        _frames.End();

        Assert.False(_frames.TryTakeEnded(10, out _));
    }

    [Fact]
    public void Without_a_distance_there_are_sixty_a_second()
    {
        _frames = default;
        _frames.Request(0);

        Assert.Equal(16_666_667, _frames.Due);
    }
}
