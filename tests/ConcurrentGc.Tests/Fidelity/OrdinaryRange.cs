using System.Globalization;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Tests.Experiments;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>What five runs of Node in its ordinary mode gave for a number, and how far a run may be outside.</summary>
/// <param name="Program">The program.</param>
/// <param name="Quantity">The number.</param>
/// <param name="Least">The smallest of the five.</param>
/// <param name="Most">The largest.</param>
internal sealed record OrdinaryRange(string Program, Quantity Quantity, long Least, long Most)
{
    private const long SlackCount = 2;
    private const double SlackShare = 0.02;

    private static readonly string[] _names = ["allocated", "scavenges", "mark-compacts", "promoted", "copied", "peak"];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<OrdinaryRange> All { get; } =
        [.. File.ReadLines(GoldTables.FileOf("ordinary.csv")).Skip(1).Select(line => Parse(line.Split(',')))];

    /// <summary>The number's name, as files hold it.</summary>
    public string Name => _names[(int)Quantity];

    /// <summary>How far a number is from the range, which is widened by 2 or 2 %.</summary>
    /// <param name="found">The number.</param>
    /// <returns>A part of the nearer end; zero within the range.</returns>
    public double Off(long found)
    {
        var slack = Quantity is Quantity.Scavenges or Quantity.MarkCompacts ? SlackCount : 0;
        var least = Least - Math.Max(slack, SlackShare * Least);
        var most = Most + Math.Max(slack, SlackShare * Most);
        return found < least ? (least - found) / least : Math.Max(0, (found - most) / most);
    }

    private static OrdinaryRange Parse(string[] cells) => new(
        cells[0],
        (Quantity)Array.IndexOf(_names, cells[1]),
        long.Parse(cells[2], CultureInfo.InvariantCulture),
        long.Parse(cells[3], CultureInfo.InvariantCulture));
}
