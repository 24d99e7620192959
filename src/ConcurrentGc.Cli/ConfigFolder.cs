using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments;

namespace ConcurrentGc.Cli;

/// <summary>The folder <c>config</c>, which lies beside the command, and the names of what is in it.</summary>
public static class ConfigFolder
{
    /// <summary>Its path.</summary>
    public static string Path { get; } = System.IO.Path.Combine(AppContext.BaseDirectory, "config");

    /// <summary>The files of a folder by name, in order of name.</summary>
    /// <param name="folder">A folder of <c>config</c>.</param>
    /// <param name="ending">With its dot.</param>
    public static IReadOnlyList<string> Names(string folder, string ending)
    {
        var path = System.IO.Path.Combine(Path, folder);
        return !Directory.Exists(path)
            ? []
            : [.. Directory.EnumerateFiles(path, "*" + ending)
                .Select(file => System.IO.Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal)];
    }

    /// <summary>The path of a file of that name.</summary>
    /// <param name="folder">A folder of <c>config</c>.</param>
    /// <param name="name">The name.</param>
    /// <param name="ending">With its dot.</param>
    public static string PathOf(string folder, string name, string ending) =>
        System.IO.Path.Combine(Path, folder, name + ending);

    /// <summary>Finds what a user means by a file or a name.</summary>
    /// <param name="what">What it is, for messages: <c>program</c>.</param>
    /// <param name="word">A path when it has a separator or one of the endings, else a name in <paramref name="folder"/>.</param>
    /// <param name="folder">A folder of <c>config</c>.</param>
    /// <param name="endings">Endings of such files; those of <paramref name="folder"/> have the first.</param>
    /// <returns>The path of a file that can be read.</returns>
    /// <exception cref="UsageException">There is none of that name.</exception>
    /// <exception cref="InvalidInputException">The file cannot be read.</exception>
    public static string Find(string what, string word, string folder, params string[] endings)
    {
        var isPath = word.Contains('/', StringComparison.Ordinal) || word.Contains('\\', StringComparison.Ordinal)
            || endings.Any(ending => word.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
        if (isPath)
        {
            RefuseUnreadable(word);
            return word;
        }

        var names = Names(folder, endings[0]);
        var offer = File.Exists(word) ? $"; did you mean the file ./{word}?" : NearestWord.Offer(word, names);
        return names.Contains(word, StringComparer.Ordinal)
            ? PathOf(folder, word, endings[0])
            : throw new UsageException(
                $"unknown {what} '{word}'{offer} " +
                $"(allowed: a {endings[0]} file, {string.Join(", ", names)})");
    }

    private static void RefuseUnreadable(string path)
    {
        try
        {
            using var file = File.OpenRead(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or ArgumentException)
        {
            throw InvalidInputException.Unreadable(path, problem);
        }
    }
}
