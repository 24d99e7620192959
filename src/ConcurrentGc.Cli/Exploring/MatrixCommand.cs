using System.Globalization;
using System.Text;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Exploration.Matrix;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What <c>orinoco explore --matrix</c> does: decides sets of rules of the textbook collector.</summary>
/// <param name="surroundings">Where it prints.</param>
internal sealed class MatrixCommand(Surroundings surroundings)
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">It has <c>--matrix</c>.</param>
    /// <returns>Zero when each set is decided, 2 when one is not; of a single set: zero safe, 1 violated, 2 inconclusive.</returns>
    /// <exception cref="UsageException">See <see cref="MatrixPlan.Read"/>.</exception>
    public int Run(ParsedLine line)
    {
        var plan = MatrixPlan.Read(line);
        using var csv = plan.CsvFile is { } path ? OutputFile.Open(ExploreFlags.CsvFile, path) : null;
        var report = Search(plan);
        csv?.Write(Encoding.UTF8.GetBytes(
            string.Concat(report.Cells.Select(MatrixWords.Line).Prepend(MatrixWords.Header).Select(row => row + "\n"))));
        Write(line, report);
        if (csv?.Problem is { } problem)
        {
            surroundings.Error.Write($"orinoco: {problem}\n");
            return ExitCodes.Usage;
        }

        if (report.WasInterrupted)
        {
            surroundings.Error.Write("orinoco: interrupted: what was decided so far is shown\n");
            return ExitCodes.Interrupted;
        }

        return plan.Rules.Count > 1 ? (report.IsDecided ? ExitCodes.Success : ExitCodes.Inconclusive) : RaceCommand.CodeOf(report.Cells[0].Result.Verdict);
    }

    private void Write(ParsedLine line, MatrixReport report)
    {
        if (line.Has(Flags.Json))
        {
            MatrixJson.Write(report, surroundings.Output);
        }
        else if (report.Plan.Rules.Count == 1 && report.Cells.Count == 1)
        {
            CellRenderer.Write(report, surroundings.Output, surroundings.Cancellation);
        }
        else
        {
            MatrixRenderer.Write(report, surroundings.Output);
        }
    }

    private MatrixReport Search(MatrixPlan plan)
    {
        using var progress = ProgressDisplay.Begin(surroundings, "matrix");
        var run = new MatrixRun(plan, surroundings.Cancellation);
        var report = run.Run(progress is null ? null : progress.Show);
        if (run.Resumed > 0)
        {
            surroundings.Error.Write(string.Create(
                CultureInfo.InvariantCulture, $"orinoco: went on from {run.Resumed} sets of rules of {plan.CheckpointFile}\n"));
        }

        return report;
    }
}
