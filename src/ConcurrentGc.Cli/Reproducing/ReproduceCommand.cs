using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Reproduction;
using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli.Reproducing;

/// <summary>What <c>orinoco reproduce</c> does: runs what shows the published results and prints them beside ours.</summary>
/// <param name="surroundings">Where it prints and what runs programs.</param>
internal sealed class ReproduceCommand(Surroundings surroundings)
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>reproduce</c>; names of results may follow, none means all.</param>
    /// <returns>The exit code: zero when every row that has runs holds.</returns>
    /// <exception cref="UsageException">An unknown result, a flag of another command, two formats.</exception>
    public int Run(ParsedLine line)
    {
        CommandDescriptions.Reproduce.RefuseForeignFlags(line);
        var results = Select([.. line.Words.Skip(1), .. line.Tail]);
        if (line.Has(Flags.Json) && line.Has(Flags.Csv))
        {
            throw new UsageException($"{Flags.Json.Name} contradicts {Flags.Csv.Name}: one of the two is printed");
        }

        var rows = Rows(results);
        if (line.Has(Flags.Json))
        {
            ReproductionJson.Write(rows, surroundings.Output);
        }
        else if (line.Has(Flags.Csv))
        {
            ReproductionCsv.Write(rows, surroundings.Output);
        }
        else
        {
            ReproductionRenderer.Write(rows, surroundings.Output);
        }

        return ExitCode(rows);
    }

    private static IReadOnlyList<PublishedResult> Select(IReadOnlyList<string> names)
    {
        var known = PublishedResults.All.Select(result => result.Name).ToList();
        foreach (var name in names)
        {
            if (!known.Contains(name, StringComparer.OrdinalIgnoreCase))
            {
                throw new UsageException(
                    $"reproduce: unknown result '{name}'{NearestWord.Offer(name, known)} (allowed: {string.Join(", ", known)})");
            }
        }

        return names.Count == 0
            ? PublishedResults.All
            : [.. PublishedResults.All.Where(result => names.Contains(result.Name, StringComparer.OrdinalIgnoreCase))];
    }

    private List<ReproducedRow> Rows(IReadOnlyList<PublishedResult> results)
    {
        var lines = results.SelectMany(result => result.Measures).SelectMany(measure => measure.Lines);
        using var progress = ProgressDisplay.Begin(surroundings, "reproduce");
        var readings = new LineRuns("reproduce", surroundings.CreateEngine, surroundings.Cancellation)
            .Run([.. lines.Distinct(StringComparer.Ordinal)], progress is null ? null : progress.Show);
        return
        [
            .. results.SelectMany(result => result.Measures.Count == 0
                ? [ReproducedRow.Without(result)]
                : result.Measures.Select(measure =>
                    ReproducedRow.Of(result, measure, [.. measure.Lines.Select(line => readings[line])]))),
        ];
    }

    private int ExitCode(List<ReproducedRow> rows)
    {
        if (surroundings.Cancellation.IsCancellationRequested)
        {
            surroundings.Error.Write("orinoco: interrupted: what was computed so far is shown\n");
            return ExitCodes.Interrupted;
        }

        return rows.Exists(row => row.Verdict == Verdict.NoNumber) ? ExitCodes.Failed
            : rows.Exists(row => row.Verdict is Verdict.Differs or Verdict.NoCollection) ? ExitCodes.Differs
            : ExitCodes.Success;
    }
}
