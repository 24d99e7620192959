namespace ConcurrentGc.Cli.Listing;

/// <summary>What <c>orinoco list</c> prints: each program of <c>config/programs</c> with the comment at its head.</summary>
public static class ProgramList
{
    private const string Comment = "//";

    /// <summary>Writes the list in order of name.</summary>
    /// <param name="output">Takes it.</param>
    public static void Write(TextWriter output)
    {
        var isFirst = true;
        foreach (var name in ConfigFolder.Names("programs", ".js"))
        {
            if (!isFirst)
            {
                output.Write('\n');
            }

            isFirst = false;
            Write(output, name, File.ReadLines(ConfigFolder.PathOf("programs", name, ".js")));
        }
    }

    // The first line of the comment is the name with its parameters.
    private static void Write(TextWriter output, string name, IEnumerable<string> lines)
    {
        var head = lines.TakeWhile(line => line.StartsWith(Comment, StringComparison.Ordinal))
            .Select(line => line[Comment.Length..].TrimEnd())
            .ToList();
        output.Write($"{(head.Count > 0 ? head[0].TrimStart() : name)}\n");
        foreach (var line in head.Skip(1))
        {
            output.Write($"   {line}".TrimEnd() + "\n");
        }
    }
}
