using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Traces;

namespace ConcurrentGc.Cli.Tracing;

/// <summary>What <c>orinoco trace</c> does with allocation traces.</summary>
internal static class TraceCommand
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>trace</c>.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">It says something else than <c>coarsen</c>, two files and a number.</exception>
    /// <exception cref="Experiments.InvalidInputException">The trace is malformed.</exception>
    public static int Run(ParsedLine line)
    {
        var words = line.Words.Concat(line.Tail).Skip(1).ToList();
        CommandDescriptions.Trace.RefuseForeignFlags(line);
        if (words is not ["coarsen", var input, var output])
        {
            var found = words.Count == 0 ? "nothing" : $"'{string.Join(' ', words)}'";
            throw new UsageException($"trace: found {found}, allowed: coarsen FILE OUTPUT --bytes N");
        }

        if (!line.Has(Flags.Bytes))
        {
            throw new UsageException($"{Flags.Bytes.Name}: found nothing, allowed: {Flags.Bytes.Allowed}");
        }

        var bytes = line.Number(Flags.Bytes, 0);
        if (string.Equals(Path.GetFullPath(input), Path.GetFullPath(output), StringComparison.Ordinal))
        {
            throw new UsageException($"trace: found '{output}' twice, allowed: another file for the output");
        }

        return Coarsen(input, output, bytes);
    }

    private static int Coarsen(string input, string output, long bytes)
    {
        using var reader = TraceReader.Open(input);
        using var file = OutputFile.Open("trace coarsen", output);
        using var writer = new TraceWriter(file);
        new TraceCoarsening(reader, writer, bytes).Run();
        return file.Problem is { } problem ? throw new UsageException(problem) : ExitCodes.Success;
    }
}
