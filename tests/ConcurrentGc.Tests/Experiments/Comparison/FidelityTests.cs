using ConcurrentGc.Experiments.Comparison;
using Xunit;
using RunFidelity = ConcurrentGc.Experiments.Comparison.Fidelity;

namespace ConcurrentGc.Tests.Experiments.Comparison;

/// <summary>The expected numbers are what the reference implementation (Python) printed for the same pairs of tables.</summary>
public sealed class FidelityTests
{
    [Theory]
    [InlineData("binarytrees.default", "binarytrees.default", 1.0)]
    [InlineData("gcbench.ss1", "gcbench.default", 0.3019880844235646)]
    [InlineData("binarytrees.ss1", "binarytrees.default", 0.2177208450735624)]
    [InlineData("large.ss64", "large.ss1", 0.18951934720332012)]
    [InlineData("splay.default", "lru.default", 0.6445561499082813)]
    [InlineData("fifo.ss1", "fifo.ss64", 0.1017051478484846)]
    [InlineData("rewire.ss16", "rewire.default", 0.9995000288804646)]
    public void The_score_is_that_of_the_reference_implementation(string simulated, string reference, double expected)
    {
        var fidelity = RunFidelity.Of(Totals(simulated), Totals(reference));

        Assert.Equal(expected, fidelity.Score, 1e-14);
    }

    [Fact]
    public void Totals_and_ratios_are_those_of_the_reference_implementation()
    {
        var fidelity = RunFidelity.Of(Totals("fifo.ss1"), Totals("fifo.ss64"));

        Assert.Equal(new RunTotals(603054384, 1160, 23, 599561408, 548584656, 43141416), fidelity.Simulated);
        Assert.Equal(new RunTotals(589206872, 27, 0, 7552616, 90283608, 76572288), fidelity.Reference);
        Assert.Equal(
            [
                1.0235019526384614, 42.96296296296296, 24.0, 79.38460104419448, 6.0762376266575435, 0.5634076913047185,
            ],
            fidelity.Ratios);
    }

    [Fact]
    public void Two_empty_runs_are_alike()
    {
        var nothing = RunTotals.Of([]);

        Assert.Equal(1, RunFidelity.Of(nothing, nothing).Score);
    }

    [Fact]
    public void A_geometric_mean_of_equal_numbers_is_that_number()
    {
        Assert.Equal(0.97, GeometricMean.Of([0.97, 0.97, 0.97, 0.97]), 1e-15);
        Assert.Equal(2, GeometricMean.Of([1, 2, 4]), 1e-15);
        Assert.Equal(0, GeometricMean.Of([]));
    }

    private static RunTotals Totals(string name) => RunTotals.Of(GoldTables.Read(name));
}
