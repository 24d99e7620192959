using System.Text.Json;
using ConcurrentGc.Cli.Exploring;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary><c>orinoco explore --liveness</c>: what begins ends.</summary>
public sealed class ExploreLivenessTests : IDisposable
{
    private const string Endless = """
        name: endless
        en: {title: A program without end, rule: programs end, text: It never does.}
        ko: {title: 끝이 없는 프로그램, rule: 프로그램은 끝난다, text: 끝나지 않는다.}
        references: [none]
        heap: root r0 -> a
        programs: [any]
        expected: {violated: Stalled, steps: 1, states: 1}
        """;

    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.yaml");

    public static TheoryData<string> Races => [.. RaceList.Names];

    public void Dispose() => File.Delete(_path);

    [Theory]
    [MemberData(nameof(Races))]
    public void With_its_rule_in_force_every_fair_schedule_of_a_race_ends(string name)
    {
        var run = Command.Run($"explore {name} --defect none --liveness");

        Assert.Equal((0, ""), (run.Code, run.Error));
        Assert.Contains("Live: every schedule ends in which whoever has something to do gets a turn some time.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_that_never_ends_is_shown_with_the_steps_that_repeat()
    {
        File.WriteAllText(_path, Endless);

        var text = Command.Run($"explore {_path} --liveness");
        var document = JsonDocument.Parse(Command.Run($"explore {_path} --liveness --json").Output).RootElement;

        Assert.Equal(1, text.Code);
        Assert.Contains("Never ends: what follows step 2 leads back to it, 1 steps,", text.Output, StringComparison.Ordinal);
        Assert.Equal((2, 3), (document.GetProperty("loops-behind").GetInt32(), document.GetProperty("steps").GetArrayLength()));
    }

    [Fact]
    public void A_rule_that_breaks_comes_first()
    {
        var run = Command.Run("explore lost-object --liveness");

        Assert.Equal(1, run.Code);
        Assert.Contains("Violation after 45 steps; no schedule is shorter.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_limit_that_is_hit_is_inconclusive() =>
        Assert.Equal(2, Command.Run("explore lost-object --defect none --liveness --max-states 1000").Code);

    [Theory]
    [InlineData("--strategy exhaustive", "--liveness: found with --strategy, allowed without")]
    [InlineData("--checkpoint x", "--liveness: found with --checkpoint, allowed without")]
    public void What_cannot_be_asked_together_is_refused(string flags, string problem)
    {
        var run = Command.Run($"explore lost-object --liveness {flags}");

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: {problem}", run.Error, StringComparison.Ordinal);
    }
}
