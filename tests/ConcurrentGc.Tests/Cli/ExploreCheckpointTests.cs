using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary><c>orinoco explore --checkpoint</c>: whoever is interrupted goes on.</summary>
public sealed class ExploreCheckpointTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.checkpoint");

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_path + ".next");
    }

    [Fact]
    public void A_search_that_hit_a_limit_goes_on_where_it_was()
    {
        var first = Command.Run($"explore lost-object --defect none --max-states 3000 --checkpoint {_path}");
        var second = Command.Run($"explore lost-object --defect none --checkpoint {_path}");

        Assert.Equal((2, 0), (first.Code, second.Code));
        Assert.Matches(@"^orinoco: went on from \d,\d{3} states of ", second.Error);
        Assert.Contains("\n  6,308 states, ", second.Output, StringComparison.Ordinal);
        Assert.Contains("Safe: no schedule breaks a rule; there are ", second.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void A_matrix_that_was_killed_goes_on_behind_its_last_whole_line()
    {
        var whole = Command.Run($"explore --matrix --objects 1 --jobs 1 --checkpoint {_path}");
        var lines = File.ReadAllText(_path);
        File.WriteAllText(_path, lines[..(lines.Length / 2)]);

        var again = Command.Run($"explore --matrix --objects 1 --jobs 1 --checkpoint {_path}");

        Assert.Equal((0, 0), (whole.Code, again.Code));
        Assert.Matches(@"^orinoco: went on from 1\d\d sets of rules of ", again.Error);
        Assert.Equal(Before(whole.Output), Before(again.Output));
        Assert.Equal(225, File.ReadAllLines(_path).Length);
    }

    [Fact]
    public void A_file_of_another_question_is_refused()
    {
        File.WriteAllText(_path, "orinoco matrix 1: objects 2, operations unbounded\n");

        var matrix = Command.Run($"explore --matrix --objects 1 --checkpoint {_path}");
        var race = Command.Run($"explore lost-object --checkpoint {_path}");

        Assert.Equal((64, 64), (matrix.Code, race.Code));
        Assert.Contains("(its first line is 'orinoco matrix 1: objects 2, operations unbounded')", matrix.Error, StringComparison.Ordinal);
        Assert.Contains("(no checkpoint of a search, or a damaged one)", race.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("explore lost-object --strategy pct --checkpoint x", "--checkpoint: found with --strategy pct, allowed with exhaustive")]
    [InlineData("explore lost-object --checkpoint /nowhere/x", "--checkpoint: found '/nowhere/x' (")]
    [InlineData("explore --matrix --checkpoint /nowhere/x", "--checkpoint: found '/nowhere/x' (")]
    [InlineData("explore --catalog --checkpoint x", "explore --catalog: found '--checkpoint', allowed: --catalog")]
    public void A_line_that_cannot_be_followed_is_refused_with_what_is_allowed(string line, string problem)
    {
        var run = Command.Run(line);

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: {problem}", run.Error, StringComparison.Ordinal);
    }

    /// <summary>What took no time.</summary>
    private static string Before(string output) => output[..output.LastIndexOf(',')];
}
