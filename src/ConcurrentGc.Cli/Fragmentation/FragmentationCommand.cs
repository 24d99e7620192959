using System.Globalization;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Fragmentation;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Traces;

namespace ConcurrentGc.Cli.Fragmentation;

/// <summary>What <c>orinoco fragmentation</c> does: one trace, several ways to place its objects, one table.</summary>
/// <param name="surroundings">Where it prints, and whether it shall stop.</param>
internal sealed class FragmentationCommand(Surroundings surroundings)
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>fragmentation</c>.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">It says something else than a trace and a format.</exception>
    /// <exception cref="Experiments.InvalidInputException">The trace cannot be followed.</exception>
    public int Run(ParsedLine line)
    {
        var words = line.Words.Concat(line.Tail).Skip(1).ToList();
        CommandDescriptions.Fragmentation.RefuseForeignFlags(line);
        if (words.Count != 1)
        {
            var found = words.Count == 0 ? "no trace" : $"'{string.Join(' ', words)}'";
            throw new UsageException($"fragmentation: found {found}, allowed: the file of one trace");
        }

        if (line.Has(Flags.Json) && line.Has(Flags.Csv))
        {
            throw new UsageException($"{Flags.Json.Name} contradicts {Flags.Csv.Name}: one of the two is printed");
        }

        using var reader = TraceReader.Open(words[0]);
        var (rows, interruptedAt) = Place(reader);
        if (line.Has(Flags.Json))
        {
            FragmentationTable.WriteJson(rows, surroundings.Output);
        }
        else if (line.Has(Flags.Csv))
        {
            FragmentationTable.WriteCsv(rows, surroundings.Output);
        }
        else
        {
            FragmentationTable.Write(rows, surroundings.Output);
        }

        if (interruptedAt is { } last)
        {
            surroundings.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"orinoco: interrupted: what was placed up to line {last} is shown\n"));
            return ExitCodes.Interrupted;
        }

        return ExitCodes.Success;
    }

    private (IReadOnlyList<FragmentationRow> Rows, long? InterruptedAt) Place(TraceReader reader)
    {
        using var progress = ProgressDisplay.Begin(surroundings, "fragmentation");
        var study = new FragmentationStudy(
            reader,
            progress is null ? null : (line, allocated) => progress.Show(string.Create(
                CultureInfo.InvariantCulture, $"fragmentation: line {line}, {Units.Megabytes(allocated)} MB placed")),
            surroundings.Cancellation);
        var rows = study.Run();
        return (rows, study.WasInterrupted ? study.Line : null);
    }
}
