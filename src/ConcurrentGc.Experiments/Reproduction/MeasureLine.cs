namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>
/// A line of a measure: what stands behind <c>orinoco run</c>. Further commands may follow, the last of which is the run that is
/// read: <c>lru --record-trace fine.trace; orinoco run --trace fine.trace</c>.
/// </summary>
public static class MeasureLine
{
    /// <summary>What stands between two commands.</summary>
    public const string Separator = "; orinoco ";

    private const string FileEnding = ".trace";

    /// <summary>The commands of a line, each as words behind <c>orinoco</c>.</summary>
    /// <param name="line">The line.</param>
    public static IReadOnlyList<string> Commands(string line) => $"run {line}".Split(Separator);

    /// <summary>Whether a word is a file that one command leaves for the next.</summary>
    /// <param name="word">A word of a command.</param>
    public static bool IsFile(string word) => word.EndsWith(FileEnding, StringComparison.Ordinal);
}
