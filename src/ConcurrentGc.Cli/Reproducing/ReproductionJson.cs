using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConcurrentGc.Experiments.Reproduction;

namespace ConcurrentGc.Cli.Reproducing;

/// <summary>Prints reproduced results as one JSON document.</summary>
internal static class ReproductionJson
{
    /// <summary>Prints it.</summary>
    /// <param name="rows">The rows in the order of the results.</param>
    /// <param name="output">Takes the document and a line end.</param>
    public static void Write(IReadOnlyList<ReproducedRow> rows, TextWriter output)
    {
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            json.WriteStartArray();
            foreach (var row in rows)
            {
                Write(json, row);
            }

            json.WriteEndArray();
        }

        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).ReplaceLineEndings("\n"));
        output.Write('\n');
    }

    private static void Write(Utf8JsonWriter json, ReproducedRow row)
    {
        json.WriteStartObject();
        json.WriteString("result", row.Result.Name);
        json.WriteString("sentence", row.Result.Sentence);
        json.WriteString("source", row.Result.Source);
        if (row.Measure is { } measure)
        {
            json.WriteString("quantity", measure.Quantity);
            json.WriteString("published", measure.Published);
            json.WriteString("unit", JsonNamingPolicy.KebabCaseLower.ConvertName(measure.Band.Unit.ToString()));
            WriteEnd(json, "least", measure.Band.Least);
            WriteEnd(json, "most", measure.Band.Most);
            json.WriteStartArray("lines");
            foreach (var line in measure.Lines)
            {
                json.WriteStringValue($"orinoco run {line}");
            }

            json.WriteEndArray();
        }

        if (ReproductionWords.HasNumber(row))
        {
            json.WriteNumber("ours", row.Value);
        }

        json.WriteString("verdict", ReproductionWords.Key(row.Verdict));
        json.WriteString("reason", row.Reason);
        json.WriteEndObject();
    }

    private static void WriteEnd(Utf8JsonWriter json, string name, double end)
    {
        if (double.IsFinite(end))
        {
            json.WriteNumber(name, end);
        }
    }
}
