namespace ConcurrentGc.Experiments.Workloads;

/// <summary>A distribution of sizes or lifetimes, in bytes. Immutable.</summary>
/// <param name="Kind">Which one.</param>
/// <param name="First">The number itself, the least, the mean, or how many requests follow.</param>
/// <param name="Second">The most of a uniform one, the shape of a gamma one.</param>
/// <param name="Parts">What a mixture consists of, with the sum of the shares up to and including each, the last one 1.</param>
public sealed record Distribution(
    DistributionKind Kind, double First = 0, double Second = 0, IReadOnlyList<(double UpTo, Distribution Of)>? Parts = null)
{
    /// <summary>A lifetime without end.</summary>
    public const double Endless = double.PositiveInfinity;

    /// <summary>Draws a number.</summary>
    /// <param name="random">Where chance comes from.</param>
    /// <param name="clock">Bytes allocated so far; requests are counted by it.</param>
    /// <param name="requestBytes">Bytes of a request.</param>
    /// <returns>Zero or more bytes; <see cref="Endless"/> for what never dies.</returns>
    public double Draw(ref RandomSequence random, long clock, long requestBytes) => Kind switch
    {
        DistributionKind.Constant => First,
        DistributionKind.Uniform => First + (random.NextFraction() * (Second - First)),
        DistributionKind.Exponential => -First * ElementaryFunctions.Logarithm(random.NextPositiveFraction()),
        DistributionKind.Gamma => First / Second * DrawGamma(ref random, Second),
        DistributionKind.Mixture => DrawPart(ref random, clock, requestBytes),
        DistributionKind.Request => requestBytes - (clock % requestBytes) + (First * requestBytes),
        _ => Endless,
    };

    private double DrawPart(ref RandomSequence random, long clock, long requestBytes)
    {
        var place = random.NextFraction();
        var index = 0;
        while (index < Parts!.Count - 1 && Parts[index].UpTo <= place)
        {
            index++;
        }

        return Parts[index].Of.Draw(ref random, clock, requestBytes);
    }

    /// <summary>A gamma number of scale one.</summary>
    /// <remarks>
    /// Source: Marsaglia and Tsang, "A simple method for generating gamma variables", 2000; below shape one by their boost.
    /// </remarks>
    private static double DrawGamma(ref RandomSequence random, double shape)
    {
        if (shape < 1)
        {
            var boost = ElementaryFunctions.Exponential(ElementaryFunctions.Logarithm(random.NextPositiveFraction()) / shape);
            return DrawGamma(ref random, shape + 1) * boost;
        }

        var d = shape - (1.0 / 3);
        var c = 1 / Math.Sqrt(9 * d);
        while (true)
        {
            var normal = DrawNormal(ref random);
            var root = 1 + (c * normal);
            var cube = root * root * root;
            if (root > 0 && ElementaryFunctions.Logarithm(random.NextPositiveFraction())
                < (0.5 * normal * normal) + (d * (1 - cube + ElementaryFunctions.Logarithm(cube))))
            {
                return d * cube;
            }
        }
    }

    /// <summary>A normal number by the polar method.</summary>
    private static double DrawNormal(ref RandomSequence random)
    {
        while (true)
        {
            var (x, y) = ((2 * random.NextFraction()) - 1, (2 * random.NextFraction()) - 1);
            var square = (x * x) + (y * y);
            if (square is > 0 and < 1)
            {
                return x * Math.Sqrt(-2 * ElementaryFunctions.Logarithm(square) / square);
            }
        }
    }
}
