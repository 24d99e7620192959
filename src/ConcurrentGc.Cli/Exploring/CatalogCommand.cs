using System.Text;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What <c>orinoco explore --catalog</c> does: finds every defect, and proves every rule.</summary>
/// <param name="surroundings">Where it prints.</param>
internal sealed class CatalogCommand(Surroundings surroundings)
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">It has <c>--catalog</c>.</param>
    /// <returns>Zero when each race breaks with its rule broken and is safe with it in force, 1 when one does not, 2 when one is not decided.</returns>
    /// <exception cref="UsageException">See <see cref="CatalogPlan.Read"/>.</exception>
    public int Run(ParsedLine line)
    {
        var plan = CatalogPlan.Read(line);
        using var csv = plan.CsvFile is { } path ? OutputFile.Open(ExploreFlags.CsvFile, path) : null;
        var report = Search(plan);
        csv?.Write(Encoding.UTF8.GetBytes(
            string.Concat(report.Rows.Select(CatalogRenderer.Line).Prepend(CatalogRenderer.Header).Select(row => row + "\n"))));
        if (line.Has(Flags.Json))
        {
            CatalogJson.Write(report, surroundings.Output);
        }
        else
        {
            CatalogRenderer.Write(report, surroundings.Output);
        }

        if (csv?.Problem is { } problem)
        {
            surroundings.Error.Write($"orinoco: {problem}\n");
            return ExitCodes.Usage;
        }

        if (report.WasInterrupted)
        {
            surroundings.Error.Write("orinoco: interrupted: what was searched so far is shown\n");
            return ExitCodes.Interrupted;
        }

        return !report.IsDecided ? ExitCodes.Inconclusive : report.Holding == report.Rows.Count ? ExitCodes.Success : ExitCodes.Violated;
    }

    private CatalogReport Search(CatalogPlan plan)
    {
        using var progress = ProgressDisplay.Begin(surroundings, "catalog");
        return new CatalogRun(plan, surroundings.Cancellation).Run(progress is null ? null : progress.Show);
    }
}
