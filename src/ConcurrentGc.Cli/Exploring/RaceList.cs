using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Races;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>The races that come with the command: the files of <c>config/races</c>.</summary>
internal static class RaceList
{
    private const string Folder = "races";
    private const string Ending = ".yaml";

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names => ConfigFolder.Names(Folder, Ending);

    /// <summary>All of them, in order of name.</summary>
    public static IEnumerable<Race> All => Names.Select(name => RaceFile.Read(ConfigFolder.PathOf(Folder, name, Ending)));

    /// <summary>Finds a race.</summary>
    /// <param name="word">Its name, or the path of a file.</param>
    /// <exception cref="UsageException">There is none of that name.</exception>
    /// <exception cref="InvalidInputException">The file cannot be read, or is wrong.</exception>
    public static Race Find(string word) => RaceFile.Read(ConfigFolder.Find("race", word, Folder, Ending, ".yml"));
}
