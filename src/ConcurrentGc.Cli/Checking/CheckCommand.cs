using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Cli.Checking;

/// <summary>What <c>orinoco check</c> does: runs random programs under all barriers and hosts, and says what was lost.</summary>
/// <param name="surroundings">Where it prints.</param>
internal sealed class CheckCommand(Surroundings surroundings)
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>check</c>.</param>
    /// <returns>The exit code: zero when nothing was lost, or when the defect was found.</returns>
    /// <exception cref="UsageException">See <see cref="CheckPlan.Read"/>.</exception>
    public int Run(ParsedLine line)
    {
        AppContext.SetSwitch(Checks.Switch, isEnabled: true); // no heap has been touched yet
        var plan = CheckPlan.Read(line);
        var report = Make(plan);
        if (line.Has(Flags.Json))
        {
            CheckJson.Write(report, surroundings.Output);
        }
        else
        {
            CheckRenderer.Write(report, surroundings.Output);
        }

        if (report.WasInterrupted)
        {
            surroundings.Error.Write("orinoco: interrupted: what was checked so far is shown\n");
            return ExitCodes.Interrupted;
        }

        return report.IsShown ? ExitCodes.Success : ExitCodes.Failed;
    }

    private CheckReport Make(CheckPlan plan)
    {
        using var progress = ProgressDisplay.Begin(surroundings, "check");
        var results = new CheckRuns(plan, surroundings.Cancellation).Run(progress is null ? null : progress.Show);
        return new CheckReport(plan, results, surroundings.Cancellation.IsCancellationRequested);
    }
}
