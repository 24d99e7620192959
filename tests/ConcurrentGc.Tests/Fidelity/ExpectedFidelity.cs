using System.Globalization;
using ConcurrentGc.Tests.Experiments;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>How close a simulated run is to a table of a real one today: better or worse is a change to be looked at.</summary>
/// <param name="FirstDisagreement">One-based row before the start of marking that does not agree; zero when all do.</param>
/// <param name="LeastScore">The score may not fall below this.</param>
internal sealed record ExpectedFidelity(int FirstDisagreement, double LeastScore)
{
    private static readonly Dictionary<string, ExpectedFidelity> _byTable =
        File.ReadLines(GoldTables.FileOf("fidelity.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(
                cells => cells[0],
                cells => new ExpectedFidelity(
                    int.Parse(cells[1], CultureInfo.InvariantCulture), double.Parse(cells[2], CultureInfo.InvariantCulture)),
                StringComparer.Ordinal);

    /// <summary>What is expected beside a table.</summary>
    /// <param name="table">Its name.</param>
    public static ExpectedFidelity Of(string table) => _byTable[table];
}
