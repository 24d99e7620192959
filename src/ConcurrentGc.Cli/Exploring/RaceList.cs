using ConcurrentGc.Experiments.Races;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>The races that come with the command: files of <c>config/races</c>.</summary>
internal static class RaceList
{
    private const string Folder = "races";
    private const string Ending = ".yaml";

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names => ConfigFolder.Names(Folder, Ending);

    /// <summary>All of them, in order of name.</summary>
    public static IEnumerable<Race> All => Names.Select(name => RaceFile.Read(ConfigFolder.PathOf(Folder, name, Ending)));

    /// <summary>Finds what a user means by a file or a name.</summary>
    /// <param name="word">A path, or the name of a race.</param>
    /// <exception cref="Parsing.UsageException">There is none.</exception>
    /// <exception cref="ConcurrentGc.Experiments.InvalidInputException">The file is no race.</exception>
    public static Race Find(string word) => RaceFile.Read(ConfigFolder.Find("race", word, Folder, Ending));
}
