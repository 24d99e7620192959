namespace ConcurrentGc.Exploration.Matrix;

/// <summary>Names of rules and verdicts, as tables and files have them.</summary>
public static class MatrixWords
{
    /// <summary>The first line of a file of verdicts.</summary>
    public const string Header = "barrier,snapshot,rescan,allocation,pauses,verdict";

    /// <summary>A line of a file of verdicts.</summary>
    /// <param name="cell">The set of rules and its verdict.</param>
    public static string Line(MatrixCell cell) => string.Join(
        ',',
        Of(cell.Rules.Barrier),
        YesNo(cell.Rules.HasSnapshot),
        YesNo(cell.Rules.HasRescan),
        Of(cell.Rules.Newborns),
        Of(cell.Rules.Pauses),
        Of(cell.Result.Verdict));

    /// <summary>Yes or no.</summary>
    /// <param name="value">Whether.</param>
    public static string YesNo(bool value) => value ? "yes" : "no";

    /// <summary>The name of a value, words with dashes between: <c>dijkstra-store-shade</c>.</summary>
    /// <param name="value">The value.</param>
    /// <typeparam name="T">Its enum.</typeparam>
    public static string Of<T>(T value) where T : struct, Enum =>
        string.Concat(value.ToString().Select((letter, at) =>
            char.IsUpper(letter) ? $"{(at == 0 ? "" : "-")}{char.ToLowerInvariant(letter)}" : $"{letter}"));
}
