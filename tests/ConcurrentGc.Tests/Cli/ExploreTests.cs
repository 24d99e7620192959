using System.Text.Json;
using System.Text.RegularExpressions;
using ConcurrentGc.Cli.Exploring;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary><c>orinoco explore</c>: verdicts, what is printed, and exit codes.</summary>
public sealed partial class ExploreTests
{
    private const string OneCell =
        "explore --matrix --barrier yuasa-after --snapshot yes --rescan no --allocation black-mark-sweep --pauses anywhere";

    [Fact]
    public void The_lost_object_is_shown_as_the_shortest_schedule_with_the_heap_and_what_prevents_it()
    {
        var run = Command.Run("explore lost-object");

        Assert.Equal((1, ""), (run.Code, run.Error));
        Golden.Matches("explore-lost-object", Timeless(run.Output));
    }

    [Theory]
    [InlineData("--barrier dijkstra-store-shade")]
    [InlineData("--defect none")]
    public void With_the_rule_in_force_it_is_safe(string flags)
    {
        var run = Command.Run($"explore lost-object {flags}");

        Assert.Equal(0, run.Code);
        Assert.Contains("Safe: no schedule breaks a rule; there are ", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("tso-handshake", 1)]
    [InlineData("tso-handshake --memory sequential", 0)]
    [InlineData("tso-handshake --defect none", 0)]
    [InlineData("missing-old-to-new --defect handshake-without-fence", 1)]
    [InlineData("missing-old-to-new --defect handshake-without-fence --memory sequential", 0)]
    [InlineData("lost-object --memory tso", 1)]
    public void The_memory_model_is_that_of_the_race_of_the_defect_or_of_the_flag(string line, int code) =>
        Assert.Equal(code, Command.Run($"explore {line}").Code);

    [Fact]
    public void A_schedule_under_another_memory_model_is_replayed_under_it()
    {
        var found = JsonDocument.Parse(Command.Run("explore lost-object --memory tso --json").Output).RootElement;
        var line = found.GetProperty("replay").GetString()!;

        var again = JsonDocument.Parse(Command.Run(["replay", line, "--json"]).Output).RootElement;

        Assert.StartsWith("lost-object --memory tso #", line, StringComparison.Ordinal);
        Assert.Equal(found.GetProperty("record").GetString(), again.GetProperty("record").GetString());
        Assert.Equal("tso", again.GetProperty("memory").GetString());
    }

    [Theory]
    [InlineData("--strategy exhaustive --max-states 5000")]
    [InlineData("--strategy breadth-first --max-states 5000 --json")]
    public void A_limit_that_is_hit_is_inconclusive(string flags) =>
        Assert.Equal(2, Command.Run($"explore lost-object --barrier steele {flags}").Code);

    [Fact]
    public void What_an_interrupted_search_knows_is_printed()
    {
        var race = Command.Run(["explore", "lost-object"], cancellation: new CancellationToken(canceled: true));
        var matrix = Command.Run(["explore", "--matrix"], cancellation: new CancellationToken(canceled: true));

        Assert.Equal((130, 130), (race.Code, matrix.Code));
        Assert.Contains("Inconclusive: it was interrupted.", race.Output, StringComparison.Ordinal);
        Assert.Contains("0 safe, 0 violated, 0 inconclusive of 224 sets of rules", matrix.Output, StringComparison.Ordinal);
    }

    public static TheoryData<string> Races => [.. RaceList.Names];

    [Theory]
    [MemberData(nameof(Races))]
    public void Every_race_that_comes_along_is_told_up_to_the_rule_that_it_breaks(string name)
    {
        var expected = RaceList.Find(name).Expected;

        var run = Command.Run($"explore {name} --json");

        var document = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(1, run.Code);
        Assert.Equal(expected.Violated, document.GetProperty("rule").GetProperty("name").GetString());
        Assert.Equal(expected.Steps, document.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public void A_document_has_the_verdict_the_schedule_and_each_step()
    {
        var document = JsonDocument.Parse(Command.Run("explore lost-object --json").Output).RootElement;

        Assert.Equal("violated", document.GetProperty("outcome").GetString());
        Assert.Equal("BlackToWhite", document.GetProperty("rule").GetProperty("name").GetString());
        Assert.Equal(45, document.GetProperty("steps").GetArrayLength());
    }

    [Fact]
    public void The_matrix_of_two_objects_is_a_table_and_its_file_has_the_verdicts_of_an_independent_model_checker()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            var run = Command.Run($"explore --matrix --objects 2 --csv {file}");

            Assert.Equal((0, ""), (run.Code, run.Error));
            Golden.Matches("explore-matrix", Timeless(run.Output));
            Golden.Matches("matrix", File.ReadAllText(file), "Exploration");
        }
        finally
        {
            File.Delete(file);
        }
    }

    [Fact]
    public void One_set_of_rules_is_shown_with_the_shortest_schedule_that_breaks_it()
    {
        var run = Command.Run(OneCell);

        Assert.Equal(1, run.Code);
        Golden.Matches("explore-cell", Timeless(run.Output));
    }

    [Theory]
    [InlineData("--barrier yuasa-before --objects 2", 0)]
    [InlineData("--barrier none --objects 2", 1)]
    public void Of_one_set_of_rules_the_exit_code_is_the_verdict(string flags, int code) => Assert.Equal(
        code, Command.Run($"explore --matrix --snapshot yes --rescan no --allocation black-mark-sweep --pauses safepoint {flags}").Code);

    [Fact]
    public void A_bound_of_operations_is_printed_with_the_verdict() => Assert.Contains(
        "the mutator makes at most 0 operations",
        Command.Run("explore --matrix --objects 1 --operations 0").Output,
        StringComparison.Ordinal);

    [Theory]
    [InlineData("explore", "explore: found nothing, allowed: one race, --catalog or --matrix")]
    [InlineData("explore lost-object lost-object", "explore: found 'lost-object', allowed: one race, --catalog or --matrix")]
    [InlineData("explore lostobject", "unknown race 'lostobject'; did you mean lost-object?")]
    [InlineData("explore lost-object --objects 2", "explore: found '--objects', allowed: --barrier")]
    [InlineData("explore lost-object --defect x", "--defect: found 'x', allowed: none, nothing-shaded")]
    [InlineData("explore lost-object --memory weak", "--memory: found 'weak', allowed: sequential, tso")]
    [InlineData("explore --matrix --memory tso", "explore --matrix: found '--memory', allowed: --matrix")]
    [InlineData("explore lost-object --helpers 4", "--helpers: found '4', allowed in a search: a whole number from 0 to 3")]
    [InlineData("explore --matrix lost-object", "explore --matrix: found 'lost-object', allowed: flags only")]
    [InlineData("explore --matrix --defect none", "explore --matrix: found '--defect', allowed: --matrix")]
    [InlineData("explore --matrix --objects 5", "--objects: found '5', allowed: a whole number from 1 to 4")]
    [InlineData("explore --matrix --barrier yuasa", "--barrier: found 'yuasa', allowed with --matrix: none, dijkstra-store-shade")]
    [InlineData("explore --matrix --unbounded --operations 3", "--unbounded: found with --operations, allowed: one of them")]
    [InlineData("explore --matrix --csv", "--csv: found nothing after it, allowed: a file")]
    public void A_line_that_cannot_be_followed_is_refused_with_what_is_allowed(string line, string problem)
    {
        var run = Command.Run(line);

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: {problem}", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Races))]
    public void A_schedule_that_was_found_breaks_the_same_rule_with_the_same_record_when_its_line_is_replayed(string name)
    {
        var found = JsonDocument.Parse(Command.Run($"explore {name} --json").Output).RootElement;

        var run = Command.Run(["replay", found.GetProperty("replay").GetString()!, "--json"]);

        var again = JsonDocument.Parse(run.Output).RootElement;
        Assert.Equal(1, run.Code);
        Assert.All(
            ["rule", "record", "replay", "heap", "steps"],
            key => Assert.Equal(found.GetProperty(key).GetRawText(), again.GetProperty(key).GetRawText()));
    }

    [Fact]
    public void A_line_can_be_replayed_on_actors_and_the_record_is_the_same()
    {
        var found = JsonDocument.Parse(Command.Run("explore lost-object --json").Output).RootElement;
        var line = found.GetProperty("replay").GetString()!;

        var text = Command.Run(["replay", line, "--on", "akka"]);
        var json = Command.Run(["replay", line, "--on", "akka", "--json"]);

        Assert.Equal((1, 1), (text.Code, json.Code));
        Assert.EndsWith("  Violation after 45 steps.\n  On Akka.NET actors: the same record, 9 entries.\n", text.Output, StringComparison.Ordinal);
        var compared = JsonDocument.Parse(json.Output).RootElement.GetProperty("on-actors");
        Assert.Equal(found.GetProperty("record").GetString(), compared.GetProperty("record").GetString());
    }

    [Theory]
    [InlineData("lost-object", "replay: found 'lost-object', allowed: RACE [--barrier KIND]")]
    [InlineData("lost-object #00000000: 1", "replay: found #00000000, allowed: #")]
    [InlineData("lost #0: 1", "unknown race 'lost'")]
    public void A_line_that_is_no_schedule_of_a_race_is_refused(string line, string problem)
    {
        var run = Command.Run(["replay", line]);

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: {problem}", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_schedule_that_does_not_fit_its_world_is_refused()
    {
        var line = JsonDocument.Parse(Command.Run("explore lost-object --json").Output).RootElement.GetProperty("replay").GetString()!;

        var run = Command.Run(["replay", line[..line.IndexOf(": ", StringComparison.Ordinal)] + ": 1*2 7"]);

        Assert.Equal(64, run.Code);
        Assert.Contains("step 3 is of actor 7, which has nothing to do then", run.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\d+\.\d+ s\n", RegexOptions.None, 1000)]
    private static partial Regex Seconds();

    private static string Timeless(string output) => Seconds().Replace(output, "... s\n");
}
