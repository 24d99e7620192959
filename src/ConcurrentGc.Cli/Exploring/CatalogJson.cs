using System.Text.Json;
using ConcurrentGc.Exploration.Matrix;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Prints the catalog as one JSON document.</summary>
internal static class CatalogJson
{
    /// <summary>Prints it.</summary>
    /// <param name="report">The catalog.</param>
    /// <param name="output">Takes the document and a line end.</param>
    public static void Write(CatalogReport report, TextWriter output)
    {
        var document = new
        {
            Outcome = report.WasInterrupted ? "interrupted" : !report.IsDecided ? "inconclusive"
                : report.Holding == report.Rows.Count ? "as-expected" : "differs",
            report.Plan.Schedules,
            report.Seconds,
            Races = report.Rows.Select(row => new
            {
                row.Race.Name,
                row.Race.English.Title,
                row.Helpers,
                Rule = row.Broken,
                row.Steps,
                row.Shortest.States,
                Exhaustive = MatrixWords.Of(row.Control.Verdict),
                Sample = row.Sample is { } found ? new { IsFound = found.Failing is not null, found.Schedules } : null,
                Proof = new
                {
                    Verdict = MatrixWords.Of(row.Proof.Verdict),
                    row.Proof.States,
                    row.Proof.Transitions,
                    row.Proof.Bytes,
                    row.Proof.Reason,
                    Seconds = row.ProofSeconds,
                },
                row.Seconds,
            }),
        };
        output.Write(JsonSerializer.Serialize(document, ExploreJson.Options) + "\n");
    }
}
