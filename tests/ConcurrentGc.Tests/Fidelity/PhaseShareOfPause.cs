using System.Globalization;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Summaries;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Experiments;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>
/// A phase that takes a tenth or more of the pauses of a program under Node, and its part here. What lies in no phase, or in one
/// of V8's bookkeeping, is the phase <c>other</c>.
/// </summary>
/// <param name="Kind">The kind of cycle.</param>
/// <param name="Phase">V8's scope name.</param>
/// <param name="Program">The program.</param>
/// <param name="Share">Its part of Node's pauses.</param>
internal sealed record PhaseShareOfPause(CycleKind Kind, string Phase, string Program, double Share)
{
    private const string Other = "other";

    private static readonly string[] _phases =
    [
        "scavenge.roots", "scavenge.parallel", "scavenge.weak", "scavenge.update_refs", "scavenge.free_remembered_set",
        "mark", "clear", "sweep", "evacuate", "finish",
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PhaseShareOfPause> All { get; } =
        [.. File.ReadLines(GoldTables.FileOf("ordinary-shares.csv")).Skip(1).Select(line => Parse(line.Split(',')))];

    /// <summary>Kind and phase in one word.</summary>
    public string Name => $"{V8Words.Key(Kind)}:{Phase}";

    /// <summary>The part here over the part under Node.</summary>
    /// <param name="run">The program in its ordinary mode.</param>
    public double Ratio(GoldRun run)
    {
        var summary = RunSummary.Of(run.Cycles, run.Result, 0);
        var pauses = (double)summary.Kinds.Single(kind => kind.Kind == Kind).Pauses.Total;
        var parts = summary.Phases.Where(phase => phase.IsInPause && phase.Kind == Kind)
            .ToDictionary(phase => PhaseWords.Scope(phase.Phase), phase => phase.Nanoseconds / pauses, StringComparer.Ordinal);
        var part = string.Equals(Phase, Other, StringComparison.Ordinal)
            ? 1 - _phases.Sum(phase => parts.GetValueOrDefault(phase))
            : parts.GetValueOrDefault(Phase);
        return part / Share;
    }

    private static PhaseShareOfPause Parse(string[] cells) => new(
        string.Equals(cells[0], V8Words.Key(CycleKind.Scavenge), StringComparison.Ordinal) ? CycleKind.Scavenge : CycleKind.MarkCompact,
        cells[1],
        cells[2],
        double.Parse(cells[3], CultureInfo.InvariantCulture));
}
