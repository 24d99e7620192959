using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Schedules;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Schedules;

public sealed class ScheduleTextTests
{
    private static readonly Gen<int> _step =
        Gen.Select(Gen.Int[0, 20], Gen.Int[0, 3], (actor, choices) => WorldSpace.StepOf(actor, choices));

    [Fact]
    public void A_schedule_is_read_as_it_was_printed() =>
        _step.List[0, 60].Sample(steps => Assert.Equal(steps, ScheduleText.Parse(ScheduleText.Print(steps))));

    [Fact]
    public void Steps_of_one_actor_in_a_row_are_one_word() =>
        Assert.Equal(
            "2*3 0 9.1 9*2",
            ScheduleText.Print([2, 2, 2, 0, WorldSpace.StepOf(9, 1), 9, 9]));

    [Theory]
    [InlineData("1 x 2", "'x' as word 2")]
    [InlineData("256", "'256' as word 1")]
    [InlineData("1*0", "'1*0' as word 1")]
    [InlineData("1*", "'1*' as word 1")]
    [InlineData("1.g", "'1.g' as word 1")]
    [InlineData("-1", "'-1' as word 1")]
    [InlineData("1*99999999999", "'1*99999999999' as word 1")]
    public void A_word_that_is_no_step_is_named_with_what_is_allowed(string text, string found)
    {
        var problem = Assert.Throws<FormatException>(() => ScheduleText.Parse(text));

        Assert.StartsWith($"found {found} of the schedule, allowed:", problem.Message, StringComparison.Ordinal);
    }
}
