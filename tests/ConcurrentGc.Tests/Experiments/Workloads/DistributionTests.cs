using ConcurrentGc.Experiments.Workloads;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Workloads;

public sealed class DistributionTests
{
    private const int Draws = 200_000;

    // Mean and standard deviation of 200,000 draws lie within 1.5 % of the true ones: more than four standard errors of all
    // of these, so that the fixed seed is no luck.
    [Theory]
    [InlineData(DistributionKind.Constant, 100, 0, 100, 0)]
    [InlineData(DistributionKind.Uniform, 100, 300, 200, 57.735)]
    [InlineData(DistributionKind.Exponential, 100, 0, 100, 100)]
    [InlineData(DistributionKind.Gamma, 100, 4, 100, 50)]
    [InlineData(DistributionKind.Gamma, 100, 0.5, 100, 141.42)]
    public void Draws_have_the_mean_and_the_spread_of_their_distribution(
        DistributionKind kind, double first, double second, double mean, double spread)
    {
        var draws = Draw(new Distribution(kind, first, second));

        Assert.InRange(draws.Average(), mean * 0.985, mean * 1.015);
        var variance = draws.Average(draw => (draw - mean) * (draw - mean));
        Assert.InRange(Math.Sqrt(variance), spread * 0.985, spread * 1.015);
    }

    [Fact]
    public void A_mixture_draws_from_its_parts_by_their_shares()
    {
        var parts = new[] { (0.25, Constant(1)), (1.0, Constant(2)) };

        var draws = Draw(new Distribution(DistributionKind.Mixture, Parts: parts));

        Assert.InRange(draws.Count(draw => draw < 2) / (double)Draws, 0.245, 0.255);
        Assert.All(draws, draw => Assert.True(draw is 1 or 2));
    }

    [Theory]
    [InlineData(0, 0, 100)]
    [InlineData(99, 0, 1)]
    [InlineData(250, 0, 50)]
    [InlineData(250, 3, 350)]
    public void A_request_lasts_to_the_next_multiple_of_its_bytes_or_some_further(long clock, double following, double expected)
    {
        var random = new RandomSequence(1);

        Assert.Equal(expected, new Distribution(DistributionKind.Request, following).Draw(ref random, clock, 100));
    }

    [Fact]
    public void What_is_immortal_has_no_end()
    {
        var random = new RandomSequence(1);

        Assert.Equal(Distribution.Endless, new Distribution(DistributionKind.Immortal).Draw(ref random, 0, 0));
    }

    // Only the four operations of IEEE 754 are used, so these hold on every platform.
    [Theory]
    [InlineData(DistributionKind.Exponential, 1000, 0, 0x4095247140AA8426)]
    [InlineData(DistributionKind.Gamma, 1000, 0.3, 0x402CC15C2A5A6124)]
    public void The_first_draws_of_a_seed_are_the_same_to_the_last_bit(DistributionKind kind, double first, double second, long bits)
    {
        var random = new RandomSequence(42);
        var distribution = new Distribution(kind, first, second);

        Assert.Equal(bits.ToString("X16"), BitConverter.DoubleToInt64Bits(distribution.Draw(ref random, 0, 0)).ToString("X16"), StringComparer.Ordinal);
    }

    [Fact]
    public void The_logarithm_behind_exponential_draws_is_that_of_the_library()
    {
        var (random, same) = (new RandomSequence(7), new RandomSequence(7));
        var distribution = new Distribution(DistributionKind.Exponential, 1);
        for (var i = 0; i < 1000; i++)
        {
            var ratio = distribution.Draw(ref random, 0, 0) / -Math.Log(same.NextPositiveFraction());

            Assert.InRange(ratio, 1 - 1e-15, 1 + 1e-15);
        }
    }

    private static Distribution Constant(double value) => new(DistributionKind.Constant, value);

    private static double[] Draw(Distribution distribution)
    {
        var random = new RandomSequence(2026);
        var draws = new double[Draws];
        for (var i = 0; i < Draws; i++)
        {
            draws[i] = distribution.Draw(ref random, 0, 0);
        }

        return draws;
    }
}
