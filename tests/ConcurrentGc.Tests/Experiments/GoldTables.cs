using ConcurrentGc.Experiments.Logs;

namespace ConcurrentGc.Tests.Experiments;

/// <summary>The tables of real runs.</summary>
internal static class GoldTables
{
    private static readonly string _folder = Path.Combine(AppContext.BaseDirectory, "Gold");

    /// <summary>Names of all 36 tables.</summary>
    public static IReadOnlyList<string> Names { get; } =
        [.. Directory.EnumerateFiles(_folder, "*.*.csv").Select(path => Path.GetFileNameWithoutExtension(path))
            .Order(StringComparer.Ordinal)];

    public static string PathOf(string name) => Path.Combine(_folder, name + ".csv");

    public static string FileOf(string name) => Path.Combine(_folder, name);

    public static IReadOnlyList<TableRow> Read(string name) => TableFile.Read(PathOf(name));
}
