using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Reproduction;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Reproduction;

public sealed class PublishedResultsTests
{
    [Fact]
    public void There_are_twenty_in_order()
    {
        Assert.Equal(
            Enumerable.Range(1, 20).Select(number => $"E{number}"),
            PublishedResults.All.Select(result => result.Name),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Each_names_its_source_and_has_measures_or_says_why_not()
    {
        Assert.All(PublishedResults.All, result =>
        {
            Assert.EndsWith(".", result.Sentence, StringComparison.Ordinal);
            Assert.NotEmpty(result.Source);
            Assert.Equal(result.Measures.Count == 0, result.Missing.Length > 0);
        });
    }

    [Fact]
    public void Each_measure_reads_runs_of_the_command_and_has_a_band()
    {
        Assert.All(PublishedResults.All.SelectMany(result => result.Measures), measure =>
        {
            Assert.NotEmpty(measure.Lines);
            Assert.All(measure.Lines.SelectMany(MeasureLine.Commands), Understand);
            Assert.True(measure.Band.Least <= measure.Band.Most);
            Assert.NotEmpty(measure.Published);
        });
    }

    [Fact]
    public void The_last_command_of_a_line_is_the_run_that_is_read()
    {
        var lines = PublishedResults.All.SelectMany(result => result.Measures).SelectMany(measure => measure.Lines);

        Assert.All(lines, line => Assert.StartsWith("run ", MeasureLine.Commands(line)[^1], StringComparison.Ordinal));
    }

    [Fact]
    public void A_result_has_no_two_measures_of_one_quantity()
    {
        Assert.All(PublishedResults.All, result =>
            Assert.Distinct(result.Measures.Select(measure => measure.Quantity), StringComparer.Ordinal));
    }

    private static void Understand(string command)
    {
        var line = LineParser.Parse(command.Split(' '));
        if (line.Words[0] is "run")
        {
            RunSettingsReader.Read(line);
        }
        else
        {
            Assert.Equal(["trace", "coarsen"], line.Words.Take(2), StringComparer.Ordinal);
        }
    }
}
