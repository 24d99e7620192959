using System.Globalization;
using ConcurrentGc.Experiments.Reproduction;

namespace ConcurrentGc.Cli.Reproducing;

/// <summary>How numbers, bands and verdicts of reproduced results are written.</summary>
internal static class ReproductionWords
{
    /// <summary>A number with its unit.</summary>
    /// <param name="value">The number.</param>
    /// <param name="unit">Its unit.</param>
    public static string Number(double value, MeasureUnit unit) => unit switch
    {
        MeasureUnit.Change => string.Create(CultureInfo.InvariantCulture, $"{100 * value:+0.0;-0.0;0.0} %"),
        MeasureUnit.Share => string.Create(CultureInfo.InvariantCulture, $"{100 * value:0.0} %"),
        MeasureUnit.Times => string.Create(CultureInfo.InvariantCulture, $"{value:0.00} x"),
        _ => string.Create(CultureInfo.InvariantCulture, $"{value:0.000} ms"),
    };

    /// <summary>The ends of a band; one that is infinite is left out.</summary>
    /// <param name="band">The band.</param>
    public static string Ends(Band band) =>
        (double.IsFinite(band.Least), double.IsFinite(band.Most)) switch
        {
            (true, true) => $"{Number(band.Least, band.Unit)} to {Number(band.Most, band.Unit)}",
            (true, false) => $"at least {Number(band.Least, band.Unit)}",
            _ => $"at most {Number(band.Most, band.Unit)}",
        };

    /// <summary>The number of a row; empty when it has none.</summary>
    /// <param name="row">The row.</param>
    public static string Ours(ReproducedRow row) =>
        HasNumber(row) ? Number(row.Value, row.Measure!.Band.Unit) : string.Empty;

    /// <summary>Whether a row has a number.</summary>
    /// <param name="row">The row.</param>
    public static bool HasNumber(ReproducedRow row) => row.Verdict is Verdict.Holds or Verdict.Differs;

    /// <summary>A verdict.</summary>
    /// <param name="verdict">The verdict.</param>
    public static string Key(Verdict verdict) => verdict switch
    {
        Verdict.Holds => "holds",
        Verdict.Differs => "differs",
        Verdict.NoNumber => "no number",
        Verdict.NoCollection => "no collection",
        Verdict.NotYet => "not yet",
        _ => "not modeled",
    };
}
