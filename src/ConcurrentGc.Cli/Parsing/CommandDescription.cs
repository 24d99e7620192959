using ConcurrentGc.Experiments;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>One command of <c>orinoco</c>: what its help says, and which flags it takes.</summary>
/// <param name="Name">Its word.</param>
/// <param name="Usage">Its lines, without <c>orinoco</c>.</param>
/// <param name="Purpose">What it does; lines are broken by hand.</param>
public sealed record CommandDescription(string Name, IReadOnlyList<string> Usage, string Purpose)
{
    /// <summary>More flags than this are not listed in a message.</summary>
    private const int MostListed = 8;

    /// <summary>Its flags by theme.</summary>
    public IReadOnlyList<FlagGroup> Groups { get; init; } = [];

    /// <summary>Lines that can be typed, each group followed by what it shows, indented.</summary>
    public string Examples { get; init; } = string.Empty;

    /// <summary>Exit codes and their meanings.</summary>
    public IReadOnlyList<(string Code, string Meaning)> ExitCodes { get; init; } = [];

    private IReadOnlyList<string> Names => [.. Groups.SelectMany(group => group.Flags).Select(flag => flag.Name)];

    /// <summary>Refuses flags that only other commands take.</summary>
    /// <param name="line">The parsed line.</param>
    /// <exception cref="UsageException">There is one: the message says whose it is and what is allowed.</exception>
    public void RefuseForeignFlags(ParsedLine line)
    {
        var names = Names;
        if (line.Values.Keys.FirstOrDefault(flag => !names.Contains(flag.Name, StringComparer.Ordinal)) is { Name: var found })
        {
            var owners = CommandDescriptions.All.Where(command => command.Names.Contains(found, StringComparer.Ordinal))
                .Select(command => command.Name);
            var allowed = names.Count == 0 ? "no flags"
                : names.Count <= MostListed ? string.Join(", ", names)
                : $"flags of {Name} (orinoco {Name} --help lists them)";
            throw new UsageException(
                $"{Name}: found '{found}', a flag of {string.Join(", ", owners)}, allowed: {allowed}{NearestWord.Offer(found, names)}");
        }
    }
}
