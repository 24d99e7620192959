using System.Globalization;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>How numbers are shown: the same digits on every platform and in every language.</summary>
internal static class Units
{
    /// <summary>Milliseconds with three decimals, as pauses need.</summary>
    /// <param name="nanoseconds">A time.</param>
    public static string Milliseconds(long nanoseconds) => (nanoseconds / 1e6).ToString("F3", CultureInfo.InvariantCulture);

    /// <summary>A time with its unit: seconds with three decimals, below one second milliseconds.</summary>
    /// <param name="nanoseconds">A time.</param>
    public static string Duration(long nanoseconds) => nanoseconds < 1_000_000_000
        ? $"{Milliseconds(nanoseconds)} ms"
        : (nanoseconds / 1e9).ToString("F3", CultureInfo.InvariantCulture) + " s";

    /// <summary>Millions of bytes with two decimals.</summary>
    /// <param name="bytes">A size.</param>
    public static string Megabytes(long bytes) => (bytes / 1e6).ToString("F2", CultureInfo.InvariantCulture);

    /// <summary>A whole number.</summary>
    /// <param name="number">The number.</param>
    public static string Count(long number) => number.ToString(CultureInfo.InvariantCulture);

    /// <summary>A share with one decimal.</summary>
    /// <param name="part">What is part.</param>
    /// <param name="whole">Of what; zero gives zero.</param>
    public static string Percent(long part, long whole) =>
        (whole == 0 ? 0 : 100.0 * part / whole).ToString("F1", CultureInfo.InvariantCulture) + " %";
}
