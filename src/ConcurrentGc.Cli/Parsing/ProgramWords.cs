namespace ConcurrentGc.Cli.Parsing;

/// <summary>A program as a line names it.</summary>
/// <param name="Name">A file or a name.</param>
/// <param name="Arguments">The words after it.</param>
internal sealed record ProgramWords(string Name, IReadOnlyList<string> Arguments)
{
    private const string Separator = "+";

    /// <summary>The programs of a line, one for each isolate.</summary>
    /// <param name="line">Its first word is <c>run</c>.</param>
    /// <exception cref="UsageException">There is no program where one must be, or there are more than isolates.</exception>
    public static IReadOnlyList<ProgramWords> Of(ParsedLine line)
    {
        var isolates = (int)line.Number(Flags.Isolates, 1);
        if (line.Text(Flags.Trace) is { } trace)
        {
            return [.. Enumerable.Repeat(new ProgramWords(trace, [.. line.Words.Skip(1), .. line.Tail]), isolates)];
        }

        var programs = new List<List<string>> { new() };
        foreach (var word in line.Words.Skip(1))
        {
            if (string.Equals(word, Separator, StringComparison.Ordinal))
            {
                programs.Add(line.Has(Flags.Isolates)
                    ? []
                    : throw new UsageException(
                        $"run: found '{Separator}' without {Flags.Isolates.Name}, allowed: {Separator} between programs with " +
                        $"{Flags.Isolates.Name} N; as an argument of the program it stands after --"));
            }
            else
            {
                programs[^1].Add(word);
            }
        }

        if (programs.Exists(words => words.Count == 0))
        {
            throw new UsageException(
                $"run: found no program{(programs.Count > 1 ? $" beside a {Separator}" : string.Empty)}, allowed: a .js file, " +
                string.Join(", ", ConfigFolder.Names("programs", ".js")));
        }

        if (programs.Count > isolates)
        {
            throw new UsageException($"{Flags.Isolates.Name}: found {programs.Count} programs for {isolates}, allowed: at most one for each");
        }

        programs[^1].AddRange(line.Tail);
        return
        [
            .. Enumerable.Range(0, isolates).Select(isolate => programs[isolate % programs.Count])
                .Select(words => new ProgramWords(words[0], [.. words.Skip(1)])),
        ];
    }
}
