using System.Globalization;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Calibration;
using ConcurrentGc.Experiments.Machines;

namespace ConcurrentGc.Cli.Calibrating;

/// <summary>Prints calibrated prices beside those before, and what measured each.</summary>
internal static class CalibrationRenderer
{
    /// <summary>Prints the table.</summary>
    /// <param name="made">How it was made, a line each.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="output">Takes it.</param>
    public static void Write(IReadOnlyList<string> made, IReadOnlyList<CalibratedPrice> prices, TextWriter output)
    {
        foreach (var line in made)
        {
            output.Write($"{line}\n");
        }

        output.Write('\n');
        var table = new TextTable("Price, ns a unit", "before", "measured", "ratio", "least", "most");
        foreach (var price in prices)
        {
            var isMeasured = price.Measured.Count > 0;
            table.Add(
                WorkNames.KeyOf(price.Work),
                Text(price.Before),
                isMeasured ? Text(price.Nanoseconds) : "-",
                price.Ratio is { } ratio ? ratio.ToString("F2", CultureInfo.InvariantCulture) : "-",
                isMeasured ? Text((decimal)price.Measured.Min()) : "-",
                isMeasured ? Text((decimal)price.Measured.Max()) : "-");
        }

        table.Write(output);
        foreach (var source in prices.GroupBy(price => PriceSources.Of(price.Work), StringComparer.Ordinal))
        {
            output.Write($"  {string.Join(", ", source.Select(price => WorkNames.KeyOf(price.Work)))}\n      {source.Key}\n");
        }

        output.Write('\n');
    }

    private static string Text(decimal nanoseconds) => nanoseconds.ToString("0.###", CultureInfo.InvariantCulture);
}
