using System.CommandLine;
using ConcurrentGc.Experiments;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>
/// Cuts a command line into words and flags. Flags stand anywhere before <c>--</c>, with dashes or underscores; a
/// number may follow a minus sign. System.CommandLine does the cutting; what it would let pass is refused here.
/// </summary>
public static class LineParser
{
    /// <summary>Parses a line.</summary>
    /// <param name="args">As the shell gave them.</param>
    /// <exception cref="UsageException">An unknown flag, one twice, or one without its value.</exception>
    public static ParsedLine Parse(IReadOnlyList<string> args)
    {
        var end = args.ToList().IndexOf("--");
        var head = args.Take(end < 0 ? args.Count : end).Select(Normalize).ToList();
        var tail = end < 0 ? [] : args.Skip(end + 1).ToList();

        var command = new Command("orinoco");
        var words = new Argument<string[]>("words") { Arity = ArgumentArity.ZeroOrMore };
        command.Arguments.Add(words);
        var options = new List<(Flag Flag, Option Option)>();
        foreach (var flag in Flags.All)
        {
            var option = OptionFor(flag);
            options.Add((flag, option));
            command.Options.Add(option);
        }

        var parsed = command.Parse(head, new ParserConfiguration { ResponseFileTokenReplacer = null, EnablePosixBundling = false });
        var found = parsed.GetResult(words)?.Tokens.Select(token => token.Value).ToList() ?? [];
        foreach (var word in found)
        {
            RefuseUnknownFlag(word);
        }

        var values = new Dictionary<Flag, string>();
        foreach (var (flag, option) in options)
        {
            if (parsed.GetResult(option) is { Implicit: false } result)
            {
                values[flag] = ValueOf(flag, [.. result.Tokens.Select(token => token.Value)], result.IdentifierTokenCount);
            }
        }

        return parsed.Errors.Count == 0
            ? new ParsedLine(found, tail, values)
            : throw new UsageException(parsed.Errors[0].Message);
    }

    private static Option OptionFor(Flag flag)
    {
        Option option = flag.Kind == FlagKind.Switch
            ? new Option<bool>(flag.Name) { Arity = ArgumentArity.Zero }
            : new Option<string[]>(flag.Name) { Arity = ArgumentArity.ZeroOrMore };
        if (flag == Flags.Help)
        {
            option.Aliases.Add("-h");
            option.Aliases.Add("-?");
        }
        else if (flag == Flags.Output)
        {
            option.Aliases.Add("-o");
        }

        return option;
    }

    // V8 takes --max_semi_space_size for --max-semi-space-size; a value after '=' stays as it is.
    private static string Normalize(string word)
    {
        if (!word.StartsWith("--", StringComparison.Ordinal))
        {
            return word;
        }

        var end = word.IndexOf('=', StringComparison.Ordinal);
        var name = (end < 0 ? word : word[..end]).Replace('_', '-');
        var value = end < 0 ? string.Empty : word[end..];
        if (value.Length > 0
            && Flags.All.FirstOrDefault(flag => string.Equals(flag.Name, name, StringComparison.Ordinal)) is { Kind: FlagKind.Switch })
        {
            throw new UsageException($"{name}: found '{value}', allowed: no value");
        }

        return name + value;
    }

    private static void RefuseUnknownFlag(string word)
    {
        var isFlag = word.StartsWith("--", StringComparison.Ordinal) || (word.Length > 1 && word[0] == '-' && !IsNumber(word));
        if (isFlag)
        {
            var end = word.IndexOf('=', StringComparison.Ordinal);
            var name = end < 0 ? word : word[..end];
            if (ForeignFlags.InsteadOf(name) is { } instead)
            {
                throw new UsageException($"unknown flag '{name}': {instead}");
            }

            throw new UsageException(
                $"unknown flag '{name}'{NearestWord.Offer(name, Flags.All.Select(flag => flag.Name))}" +
                " (orinoco COMMAND --help lists them; words for the program that look like flags stand after --)");
        }
    }

    private static bool IsNumber(string word) => char.IsAsciiDigit(word[1]) || (word[1] == '.' && word.Length > 2);

    private static string ValueOf(Flag flag, IReadOnlyList<string> values, int occurrences)
    {
        if (occurrences > 1)
        {
            throw new UsageException($"{flag.Name}: found {occurrences} times, allowed: once");
        }

        if (flag.Kind == FlagKind.Switch)
        {
            return string.Empty;
        }

        return values.Count > 0
            ? values[0]
            : throw new UsageException($"{flag.Name}: found nothing after it, allowed: {flag.Allowed}");
    }
}
