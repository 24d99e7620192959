using System.Text.Json;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary><c>orinoco explore --strategy</c> random, pct and delay: some schedules of what is too large.</summary>
public sealed class ExploreSamplingTests
{
    [Theory]
    [InlineData("random")]
    [InlineData("pct")]
    [InlineData("delay")]
    public void A_schedule_that_was_tried_and_breaks_a_rule_is_shrunk_and_can_be_replayed(string strategy)
    {
        var run = Command.Run($"explore lost-object --strategy {strategy} --json");

        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(1, run.Code);
        Assert.Equal("violated", document.GetProperty("outcome").GetString());
        Assert.InRange(document.GetProperty("steps").GetArrayLength(), 45, document.GetProperty("found-after").GetInt32());
        Assert.Equal(strategy, document.GetProperty("sample").GetProperty("strategy").GetString());
        Assert.Equal(1, Command.Run(["replay", document.GetProperty("replay").GetString()!]).Code);
    }

    [Theory]
    [InlineData("random", "nothing bounds the chance that a bug was missed")]
    [InlineData("pct --depth 1", "a bug of depth 1 was missed with a chance of at most")]
    [InlineData("delay --delays 2", "schedules with 2 delays")]
    public void That_no_schedule_of_those_tried_breaks_a_rule_is_no_proof(string strategy, string bound)
    {
        var run = Command.Run($"explore lost-object --defect none --strategy {strategy} --schedules 200");

        Assert.Equal((2, ""), (run.Code, run.Error));
        Assert.Contains("Inconclusive: none of 200 schedules breaks a rule, which is no proof.", run.Output, StringComparison.Ordinal);
        Assert.Contains(bound, run.Output, StringComparison.Ordinal);
        Assert.Contains("of the", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("double-claim --strategy pct --seed 5")]
    [InlineData("double-claim --defect none --strategy random --schedules 300 --seed -1")]
    [InlineData("double-claim --defect none")]
    [InlineData("double-claim --strategy exhaustive")]
    public void What_is_found_does_not_depend_on_how_many_threads_look(string line)
    {
        var (one, three) = (Found(1), Found(3));

        Assert.Equal(one, three);

        string Found(int jobs)
        {
            var document = JsonDocument.Parse(Command.Run($"explore {line} --jobs {jobs} --json").Output).RootElement;
            string[] keys = ["outcome", "states", "schedules", "replay", "record", "sample"];
            return string.Join('\n', keys
                .Where(key => key is not "states" || document.GetProperty("outcome").GetString() is not "violated")
                .Select(key => $"{key} {document.GetProperty(key).GetRawText()}"));
        }
    }

    [Fact]
    public void Schedules_that_were_tried_before_an_interruption_are_counted()
    {
        var run = Command.Run(
            ["explore", "lost-object", "--defect", "none", "--strategy", "random"], cancellation: new CancellationToken(canceled: true));

        Assert.Equal(130, run.Code);
        Assert.Contains("0 schedules of up to 0 steps", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("--depth 2", "--depth: found without --strategy, allowed with --strategy pct")]
    [InlineData("--strategy random --delays 2", "--delays: found with --strategy random, allowed with --strategy delay")]
    [InlineData("--strategy exhaustive --schedules 2", "--schedules: found with --strategy exhaustive, allowed with --strategy random, pct, delay")]
    [InlineData("--strategy pct --depth 0", "--depth: found '0', allowed: a whole number from 1 to 16")]
    [InlineData("--strategy fair", "--strategy: found 'fair', allowed: exhaustive, breadth-first, random, pct, delay")]
    public void A_flag_of_another_strategy_is_refused(string flags, string problem)
    {
        var run = Command.Run($"explore lost-object {flags}");

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: {problem}", run.Error, StringComparison.Ordinal);
    }
}
