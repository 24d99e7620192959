using System.Text.Json;
using ConcurrentGc.Cli.Checking;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Defects;
using Xunit;
using Xunit.Abstractions;

namespace ConcurrentGc.Tests.Cli;

/// <summary>The suite of random worlds: a sample of what <c>orinoco check</c> does.</summary>
public sealed class CheckTests(ITestOutputHelper output)
{
    public static TheoryData<string> Defects => [.. CheckWords.Defects];

    [Fact]
    public void Twenty_seeds_lose_nothing_under_any_barrier_that_claims_so_on_both_hosts_and_reach_everything()
    {
        var run = Command.Run("check --seeds 1..20");

        output.WriteLine(run.Output);
        Assert.Equal(0, run.Code);
        Assert.Contains("200 runs, and nothing was lost.", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(9)]
    public void Actors_on_threads_lose_nothing_either(int seed)
    {
        var run = Command.Run($"check --seeds {seed}..{seed + 2} --host threads");

        output.WriteLine(run.Output);
        Assert.Equal(0, run.Code);
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_rule_that_is_broken_on_purpose_is_found(string defect)
    {
        var run = Command.Run($"check --defect {defect}");

        output.WriteLine(run.Output);
        Assert.Equal(0, run.Code);
        Assert.Contains(" Found.", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void The_barrier_that_shades_nothing_fails_without_any_defect() =>
        Assert.Equal(70, Command.Run("check --seeds 1..5 --barrier none --host steps").Code);

    [Fact]
    public void A_failure_names_the_line_that_repeats_it()
    {
        var failure = FirstFailure("check --defect nothing-remembered --json");

        var again = FirstFailure(failure.Line["orinoco ".Length..] + " --json");

        Assert.Equal(failure, again);
        Assert.Equal("RememberedSetComplete", failure.Rule);
    }

    [Fact]
    public void Every_defect_has_its_rule_and_a_barrier_under_which_it_is_needed()
    {
        Assert.Equal(Enum.GetValues<Defect>().Skip(1), KnownDefects.All.Select(known => known.Defect));
        Assert.All(KnownDefects.All, known => Assert.NotEqual(BarrierKind.None, known.Barrier));
    }

    [Fact]
    public void Every_barrier_but_none_claims_to_lose_nothing_and_has_a_word() => Assert.Equal(
        Flags.Barrier.Words.Where(word => !string.Equals(word, "none", StringComparison.Ordinal)),
        CheckPlan.ClaimedSafe.Select(CheckWords.Word), StringComparer.Ordinal);

    [Fact]
    public void Runs_that_reach_nothing_fail()
    {
        var plan = CheckPlan.Read(LineParser.Parse(["check", "--seeds", "1..20"]));

        var report = new CheckReport(plan, [], wasInterrupted: false);

        Assert.False(report.IsShown);
        Assert.Equal(Enum.GetValues<Reached>(), report.Missing);
    }

    [Fact]
    public void A_program_that_sleeps_near_the_largest_old_generation_is_not_collected_over_and_over()
    {
        var nearLimit = Enumerable.Range(0, 6).Select(i => CheckRun.Of(
            new CheckCase(4 + (5 * (ulong)i), BarrierKind.DijkstraStoreShade, CheckHost.Actors, Defect.None)).Coverage).ToList();

        Assert.All(nearLimit, each => Assert.InRange(each.Collections, 0, 1_000));
        Assert.True(nearLimit.Sum(each => each[Reached.Sleeps]) > 100);
    }

    [Fact]
    public void An_interruption_shows_what_was_checked_so_far()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        var run = Command.Run(["check"], cancellation: cancellation.Token);

        Assert.Equal((130, "orinoco: interrupted: what was checked so far is shown\n"), (run.Code, run.Error));
        Assert.Contains("0 runs", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("check gcbench", "check: found 'gcbench', allowed: flags only")]
    [InlineData("check --helpers 2", "check: found '--helpers', a flag of run, allowed: --seeds, --barrier, --host, --defect, --jobs, --json")]
    [InlineData("check --seeds 5..1", "--seeds: found '5..1', allowed: A..B, whole numbers from 0, at most 1000000 of them")]
    [InlineData("check --seeds 1..x", "--seeds: found '1..x', allowed: A..B, whole numbers from 0, at most 1000000 of them")]
    [InlineData("check --barrier snapshot", "--barrier: found 'snapshot', allowed: dijkstra-store-shade,")]
    [InlineData("check --defect no", "--defect: found 'no', allowed: nothing-shaded,")]
    [InlineData("check --jobs 0", "--jobs: found '0', allowed: a whole number from 1 to 1024")]
    [InlineData("run gcbench --defect nothing-shaded", "run: found '--defect', a flag of check, allowed: flags of run (orinoco run --help lists them)")]
    public void What_cannot_be_followed_is_one_line(string line, string expected)
    {
        var run = Command.Run(line);

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith("orinoco: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
    }

    private static (string Rule, string Message, string Line) FirstFailure(string line)
    {
        using var document = JsonDocument.Parse(Command.Run(line).Output);
        var failure = document.RootElement.GetProperty("failures")[0];
        return (Text("rule"), Text("message"), Text("line"));

        string Text(string name) => failure.GetProperty(name).GetString()!;
    }
}
