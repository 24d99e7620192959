using ConcurrentGc.Orinoco.Collecting;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Collecting;

public sealed class MarkingScheduleTests
{
    private const long Kilobyte = 1 << 10;
    private const long Megabyte = 1 << 20;
    private const double Speed = 131_072;

    [Fact]
    public void A_step_marks_64_KB_while_marking_is_less_than_a_megabyte_behind()
    {
        var schedule = Started(16 * Megabyte);

        Assert.All(Enumerable.Range(0, 16), _ => Assert.Equal(64 * Kilobyte, schedule.NextStepBytes(0, Speed, isTight: false)));
    }

    [Fact]
    public void Each_step_is_due_for_a_256th_of_the_old_generation_up_to_256_KB()
    {
        var schedule = Started(1024 * Megabyte);
        var steps = Enumerable.Range(0, 6).Select(_ => schedule.NextStepBytes(0, Speed, isTight: false)).ToList();

        Assert.Equal([64, 64, 64, 64, 256, 512], steps.Select(bytes => bytes / Kilobyte));
    }

    [Fact]
    public void What_was_promoted_is_added_once()
    {
        var schedule = Started(16 * Megabyte);
        schedule.AddPromotion(Megabyte + (300 * Kilobyte));

        Assert.Equal(364 * Kilobyte, schedule.NextStepBytes(0, Speed, isTight: false));
        Assert.Equal(64 * Kilobyte, schedule.NextStepBytes(364 * Kilobyte, Speed, isTight: false));
    }

    [Fact]
    public void A_step_is_no_longer_than_nine_tenths_of_five_milliseconds()
    {
        var schedule = Started(64 * Megabyte);
        schedule.AddPromotion(100 * Megabyte);

        Assert.Equal((long)(0.9 * 5 * 20_000), schedule.NextStepBytes(0, speed: 20_000, isTight: false));
    }

    [Fact]
    public void Near_the_maximum_each_step_is_due_for_a_32nd()
    {
        var schedule = Started(16 * Megabyte);
        var steps = Enumerable.Range(0, 3).Select(_ => schedule.NextStepBytes(0, Speed, isTight: true)).ToList();

        Assert.Equal([64, 64, 512], steps.Select(bytes => bytes / Kilobyte));
    }

    private static MarkingSchedule Started(long oldBytes)
    {
        var schedule = default(MarkingSchedule);
        schedule.Start(oldBytes, 64 * Kilobyte);
        return schedule;
    }
}
