using System.Text.Json;
using System.Text.RegularExpressions;
using ConcurrentGc.Cli.Exploring;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary><c>orinoco explore --catalog</c>: each race with its rule broken, and in force.</summary>
public sealed partial class ExploreCatalogTests
{
    [Fact]
    public void Races_that_are_named_are_a_table_and_a_file()
    {
        var file = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.csv");
        try
        {
            var run = Command.Run($"explore --catalog lost-object double-copy --schedules 1000 --csv {file}");

            Assert.Equal((0, ""), (run.Code, run.Error));
            Golden.Matches("explore-catalog", Timeless(run.Output));
            Golden.Matches("explore-catalog-csv", Timeless(File.ReadAllText(file)));
        }
        finally
        {
            File.Delete(file);
        }
    }

    /// <summary>At least four of five.</summary>
    [Fact]
    public void Every_defect_is_found_by_every_search_and_nearly_every_one_by_priorities()
    {
        var run = Command.Run("explore --catalog --schedules 100000 --json");

        var document = JsonDocument.Parse(run.Output).RootElement;
        var races = document.GetProperty("races").EnumerateArray().ToList();
        Assert.Equal((0, "as-expected"), (run.Code, document.GetProperty("outcome").GetString()));
        Assert.Equal(RaceList.Names, races.Select(race => race.GetProperty("name").GetString()!), StringComparer.Ordinal);
        var sampled = races.Count(race => race.GetProperty("sample").GetProperty("is-found").GetBoolean());
        Assert.InRange(sampled, races.Count * 4 / 5, races.Count);
    }

    [Theory]
    [InlineData("--max-states 100", "inconclusive")]
    [InlineData("--max-memory 1", "inconclusive")]
    public void A_limit_that_is_hit_is_inconclusive(string limit, string outcome)
    {
        var run = Command.Run($"explore --catalog termination-in-flight {limit} --json");

        Assert.Equal(2, run.Code);
        Assert.Equal(outcome, JsonDocument.Parse(run.Output).RootElement.GetProperty("outcome").GetString());
    }

    [Fact]
    public void With_more_helpers_a_race_has_more_states()
    {
        var run = Command.Run("explore --catalog stale-slot --helpers 2 --json");

        var race = JsonDocument.Parse(run.Output).RootElement.GetProperty("races")[0];
        Assert.Equal(0, run.Code);
        Assert.Equal((2, 1_225), (race.GetProperty("helpers").GetInt32(), race.GetProperty("proof").GetProperty("states").GetInt64()));
    }

    [Fact]
    public void What_an_interrupted_catalog_knows_is_printed()
    {
        var run = Command.Run(["explore", "--catalog"], cancellation: new CancellationToken(canceled: true));

        Assert.Equal(130, run.Code);
        Assert.Contains($"0 of {RaceList.Names.Count} races break", run.Output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("lost-objects", "unknown race 'lost-objects'; did you mean lost-object?")]
    [InlineData("--helpers 4", "--helpers: found '4', allowed in a search: a whole number from 0 to 3")]
    [InlineData("--strategy pct", "explore --catalog: found '--strategy', allowed: --catalog")]
    public void A_line_that_cannot_be_followed_is_refused_with_what_is_allowed(string rest, string problem)
    {
        var run = Command.Run($"explore --catalog {rest}");

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: {problem}", run.Error, StringComparison.Ordinal);
    }

    [GeneratedRegex(@" +\d+\.\d+( s)?\n|,\d+\.\d\d\n", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Seconds();

    private static string Timeless(string output) => Seconds().Replace(output, " ...\n");
}
