using System.Text.Json;
using ConcurrentGc.Exploration.Matrix;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Prints the matrix as one JSON document.</summary>
internal static class MatrixJson
{
    /// <summary>Prints it.</summary>
    /// <param name="report">The matrix.</param>
    /// <param name="output">Takes the document and a line end.</param>
    public static void Write(MatrixReport report, TextWriter output)
    {
        var document = new
        {
            Outcome = report.WasInterrupted ? "interrupted" : report.IsDecided ? "decided" : "inconclusive",
            report.Plan.Question.Objects,
            report.Plan.Question.Operations,
            report.States,
            report.Transitions,
            report.Seconds,
            Cells = report.Cells.Select(cell => new
            {
                Barrier = MatrixWords.Of(cell.Rules.Barrier),
                Snapshot = cell.Rules.HasSnapshot,
                Rescan = cell.Rules.HasRescan,
                Allocation = MatrixWords.Of(cell.Rules.Newborns),
                Pauses = MatrixWords.Of(cell.Rules.Pauses),
                Verdict = MatrixWords.Of(cell.Result.Verdict),
                cell.Objects,
                cell.Result.States,
                cell.Result.Transitions,
                cell.Result.Bytes,
                cell.Result.Reason,
            }),
        };
        output.Write(JsonSerializer.Serialize(document, ExploreJson.Options) + "\n");
    }
}
