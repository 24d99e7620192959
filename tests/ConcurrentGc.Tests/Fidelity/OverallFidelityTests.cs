using ConcurrentGc.Experiments.Comparison;
using Xunit;

namespace ConcurrentGc.Tests.Fidelity;

public sealed class OverallFidelityTests
{
    private const double Least = 0.97;
    private static readonly string[] _configurations = ["default", "ss1", "ss16", "ss64"];

    [Fact]
    public void The_geometric_mean_of_the_programs_scores_is_at_least_97_percent()
    {
        var scores = GoldRun.Programs.Keys.Select(program => GeometricMean.Of(
            [.. _configurations.Select(configuration => GoldRun.Compare(program, configuration).Fidelity.Score)]));

        Assert.InRange(GeometricMean.Of([.. scores]), Least, 1);
    }
}
