using ConcurrentGc.Cli.Exploring;

namespace ConcurrentGc.Cli.Listing;

/// <summary>
/// What <c>orinoco list</c> prints: each program of <c>config/programs</c> and <c>config/workloads</c> with the comment at its
/// head, and each race.
/// </summary>
public static class ProgramList
{
    /// <summary>Writes the list: programs, workloads, races, each in order of name.</summary>
    /// <param name="output">Takes it.</param>
    public static void Write(TextWriter output)
    {
        Write(output, "programs", ".js", "//");
        output.Write("\nSynthetic programs\n\n");
        Write(output, "workloads", ".yaml", "#");
        output.Write("\nRaces\n\n");
        foreach (var race in RaceList.All)
        {
            output.Write($"{race.Broken.Name}\n   {race.English.Title}\n");
        }
    }

    private static void Write(TextWriter output, string folder, string ending, string comment)
    {
        var isFirst = true;
        foreach (var name in ConfigFolder.Names(folder, ending))
        {
            if (!isFirst)
            {
                output.Write('\n');
            }

            isFirst = false;
            Write(output, name, File.ReadLines(ConfigFolder.PathOf(folder, name, ending)), comment);
        }
    }

    // The first line of the comment is the name with its parameters.
    private static void Write(TextWriter output, string name, IEnumerable<string> lines, string comment)
    {
        var head = lines.TakeWhile(line => line.StartsWith(comment, StringComparison.Ordinal))
            .Select(line => line[comment.Length..].TrimEnd())
            .ToList();
        output.Write($"{(head.Count > 0 ? head[0].TrimStart() : name)}\n");
        foreach (var line in head.Skip(1))
        {
            output.Write($"   {line}".TrimEnd() + "\n");
        }
    }
}
