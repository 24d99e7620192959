using System.Globalization;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>A command line cut into words and flags; values are read from it with their checks.</summary>
/// <param name="Words">Words that are not flags, in order: command, program and its arguments.</param>
/// <param name="Tail">What stands after <c>--</c>: arguments of the program as they are.</param>
/// <param name="Values">Values by flag; an empty text for a switch.</param>
public sealed record ParsedLine(
    IReadOnlyList<string> Words, IReadOnlyList<string> Tail, IReadOnlyDictionary<Flag, string> Values)
{
    /// <summary>Whether a flag is given.</summary>
    /// <param name="flag">The flag.</param>
    public bool Has(Flag flag) => Values.ContainsKey(flag);

    /// <summary>The text after a flag; null when it is not given.</summary>
    /// <param name="flag">The flag.</param>
    /// <exception cref="UsageException">The text is empty.</exception>
    public string? Text(Flag flag)
    {
        if (!Values.TryGetValue(flag, out var text))
        {
            return null;
        }

        return text.Length > 0 && !text.Contains('\0', StringComparison.Ordinal)
            ? text
            : throw new UsageException($"{flag.Name}: found nothing, allowed: {flag.Allowed}");
    }

    /// <summary>The number after a flag.</summary>
    /// <param name="flag">The flag.</param>
    /// <param name="otherwise">What holds when it is not given.</param>
    /// <exception cref="UsageException">Not a whole number in the flag's range.</exception>
    public long Number(Flag flag, long otherwise)
    {
        if (!Values.TryGetValue(flag, out var text))
        {
            return otherwise;
        }

        return long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number)
            && number >= flag.Least && number <= flag.Most
            ? number
            : throw new UsageException($"{flag.Name}: found '{text}', allowed: {flag.Allowed}");
    }

    /// <summary>The place of the word after a flag among the flag's words.</summary>
    /// <param name="flag">The flag.</param>
    /// <returns>Zero, the first word, when it is not given.</returns>
    /// <exception cref="UsageException">Another word.</exception>
    public int Choice(Flag flag)
    {
        if (!Values.TryGetValue(flag, out var text))
        {
            return 0;
        }

        for (var index = 0; index < flag.Words.Count; index++)
        {
            if (string.Equals(flag.Words[index], text, StringComparison.Ordinal))
            {
                return index;
            }
        }

        throw new UsageException($"{flag.Name}: found '{text}', allowed: {flag.Allowed}");
    }
}
