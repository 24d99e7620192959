using MathNet.Numerics.LinearRegression;
using MathNet.Numerics.Statistics;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>
/// Numbers from times that a shared machine only lengthens: fits to the lower part of the points, and low quantiles.
/// </summary>
internal static class UndisturbedFit
{
    private const int Rounds = 3;
    private const double Kept = 0.6;
    private const double Tenth = 0.1;

    /// <summary>
    /// Least squares without a constant; points far above are left out: three times, those above the three fifths that lie
    /// lowest.
    /// </summary>
    /// <param name="what">What was measured, for messages.</param>
    /// <param name="points">Amounts of each kind of work, and the time.</param>
    /// <returns>A price for each kind, zero where the fit goes below.</returns>
    /// <exception cref="InvalidInputException">There are too few points.</exception>
    public static double[] Of(string what, IReadOnlyList<(double[] Amounts, double Time)> points)
    {
        var least = points.Count > 0 ? points[0].Amounts.Length * Rounds : Rounds;
        if (points.Count < least)
        {
            throw InvalidInputException.In($"calibrate, {what}", $"found {points.Count} collections to fit, allowed: {least} or more");
        }

        var kept = points;
        var prices = Solve(kept);
        for (var round = 1; round < Rounds; round++)
        {
            var solved = prices;
            List<double> above = [.. kept.Select(point => point.Time - Sum(solved, point.Amounts))];
            var limit = above.Order().ElementAt((int)(Kept * above.Count));
            kept = [.. kept.Where((_, index) => above[index] <= limit)];
            prices = Solve(kept);
        }

        return [.. prices.Select(price => Math.Max(0, price))];
    }

    /// <summary>Least squares over all points.</summary>
    /// <param name="points">Amounts of each kind of work, and the time.</param>
    public static double[] Solve(IReadOnlyList<(double[] Amounts, double Time)> points) => MultipleRegression.QR(
        [.. points.Select(point => point.Amounts)], [.. points.Select(point => point.Time)], intercept: false);

    /// <summary>The time below which one in ten lies.</summary>
    /// <param name="times">At least one.</param>
    public static double Low(IEnumerable<double> times) => times.Quantile(Tenth);

    /// <summary>The mean of all but the longest tenth: V8 traces pauses in steps of 0.1 ms, which no quantile sees through.</summary>
    /// <param name="times">At least one.</param>
    public static double TrimmedMean(IReadOnlyCollection<double> times) =>
        times.Order().Take(Math.Max(1, (int)(times.Count * (1 - Tenth)))).Average();

    private static double Sum(double[] prices, double[] amounts) => prices.Zip(amounts, (price, amount) => price * amount).Sum();
}
