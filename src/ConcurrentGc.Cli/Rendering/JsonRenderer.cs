using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;
using ConcurrentGc.Orinoco.Footprint;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Prints a run as one JSON document. Times are nanoseconds, sizes bytes.</summary>
internal static class JsonRenderer
{
    /// <summary>Prints it.</summary>
    /// <param name="reports">The run.</param>
    /// <param name="output">Takes the document and a line end.</param>
    public static void Write(RunReports reports, TextWriter output)
    {
        using var bytes = new MemoryStream();
        var options = new JsonWriterOptions { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
        using (var json = new Utf8JsonWriter(bytes, options))
        {
            WriteDocument(json, reports);
        }

        output.Write(Encoding.UTF8.GetString(bytes.GetBuffer(), 0, (int)bytes.Length).ReplaceLineEndings("\n"));
        output.Write('\n');
    }

    // One isolate is the document; several are an array in it, each as it would be alone.
    private static void WriteDocument(Utf8JsonWriter json, RunReports reports)
    {
        var complaints = string.Join('\n', reports.Complaints());
        json.WriteStartObject();
        json.WriteString("outcome", OutcomeWords.Key(reports.Worst.Outcome));
        json.WriteNumber("exitCode", reports.ExitCode);
        json.WriteStartArray("warnings");
        foreach (var warning in FlagEffects.Warnings(reports))
        {
            json.WriteStringValue(warning);
        }

        json.WriteEndArray();
        if (reports.AreSeveral)
        {
            json.WriteString("error", complaints);
            json.WriteNumber("nanoseconds", reports.Nanoseconds);
            WriteIsolates(json, reports);
        }
        else
        {
            var report = reports.Isolates[0];
            json.WriteString("error", report.ProgramError + complaints);
            WriteIsolate(json, report);
        }

        json.WriteEndObject();
    }

    private static void WriteIsolates(Utf8JsonWriter json, RunReports reports)
    {
        json.WriteStartArray("isolates");
        foreach (var (number, report) in reports.Isolates.Index())
        {
            json.WriteStartObject();
            json.WriteNumber("isolate", number);
            json.WriteString("outcome", OutcomeWords.Key(report.Summary.Result.Outcome));
            json.WriteNumber("exitCode", report.Summary.Result.ExitCode);
            json.WriteString("error", report.ProgramError + report.Summary.Result.ErrorText);
            WriteIsolate(json, report);
            WriteNeighborPauses(json, reports.PausesOf(number));
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteNeighborPauses(Utf8JsonWriter json, IReadOnlyList<NeighborPauses> parted)
    {
        json.WriteStartArray("pausesByNeighbors");
        foreach (var kind in parted)
        {
            json.WriteStartObject();
            json.WriteString("kind", V8Words.Key(kind.Kind));
            WritePauses(json, "alone", kind.Alone);
            WritePauses(json, "beside", kind.Beside);
            WritePauses(json, "alikeAlone", kind.MatchedAlone);
            WritePauses(json, "alikeBeside", kind.MatchedBeside);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteIsolate(Utf8JsonWriter json, RunReport report)
    {
        var summary = report.Summary;
        json.WriteString("output", report.ProgramOutput);
        JsonSettings.Write(json, report.Settings, report.Machine);
        json.WriteNumber("nanoseconds", summary.Result.VirtualNanoseconds);
        json.WriteNumber("mutatorNanoseconds", summary.MutatorNanoseconds);
        json.WriteNumber("wallNanoseconds", summary.WallNanoseconds);
        json.WriteNumber("allocated", summary.Allocated);
        json.WriteNumber("peak", summary.Peak);
        WriteCounts(json, summary.Result.Counts);
        WritePauses(json, summary);
        WritePhases(json, summary.Phases);
        WriteSpaces(json, summary.Result.Spaces);
        if (summary.Result.AddressSpace.Count > 0)
        {
            WriteAddressSpace(json, summary.Result.AddressSpace);
        }

        WriteCollections(json, report.Rows);
        if (report.Comparison is { } comparison)
        {
            WriteComparison(json, comparison);
        }
    }

    private static void WriteCounts(Utf8JsonWriter json, RunCounts counts)
    {
        json.WriteStartObject("counts");
        json.WriteNumber("allocatedBytes", counts.AllocatedBytes);
        json.WriteNumber("messages", counts.Messages);
        json.WriteNumber("idleNanoseconds", counts.IdleNanoseconds);
        json.WriteNumber("frames", counts.Frames.Ended);
        json.WriteNumber("framesDropped", counts.Frames.Dropped);
        json.WriteNumber("longestFrameNanoseconds", counts.Frames.Longest);
        json.WriteNumber("idleWorkNanoseconds", counts.Frames.IdleWork);
        json.WriteNumber("lateIdleWorkNanoseconds", counts.Frames.LateWork);
        json.WriteEndObject();
    }

    private static void WriteAddressSpace(Utf8JsonWriter json, IReadOnlyList<Mapping> ranges)
    {
        json.WriteStartArray("addressSpace");
        foreach (var range in ranges)
        {
            json.WriteStartObject();
            json.WriteNumber("address", range.Address);
            json.WriteNumber("bytes", range.Bytes);
            json.WriteNumber("residentBytes", range.ResidentBytes);
            json.WriteString("mode", range.Mode);
            json.WriteString("name", range.Name);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WritePauses(Utf8JsonWriter json, RunSummary summary)
    {
        json.WriteStartArray("pauses");
        foreach (var kind in summary.Kinds)
        {
            json.WriteStartObject();
            json.WriteString("kind", V8Words.Key(kind.Kind));
            WritePauses(json, kind.Pauses);
            json.WriteNumber("copied", kind.Copied);
            json.WriteNumber("promoted", kind.Promoted);
            json.WriteNumber("freed", kind.Freed);
            if (kind.StoreBuffer is { } sums)
            {
                WriteStoreBuffer(json, sums);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteStoreBuffer(Utf8JsonWriter json, StoreBufferSummary sums)
    {
        json.WriteStartObject("storeBuffer");
        json.WriteNumber("inserts", sums.Inserts);
        json.WriteNumber("duplicates", sums.Duplicates);
        json.WriteNumber("entries", sums.Entries);
        json.WriteNumber("exemptions", sums.Exemptions);
        json.WriteNumber("scannedPages", sums.ScannedPages);
        json.WriteEndObject();
    }

    private static void WritePauses(Utf8JsonWriter json, string name, PauseStatistics pauses)
    {
        json.WriteStartObject(name);
        WritePauses(json, pauses);
        json.WriteEndObject();
    }

    private static void WritePauses(Utf8JsonWriter json, PauseStatistics pauses)
    {
        json.WriteNumber("count", pauses.Count);
        json.WriteNumber("total", pauses.Total);
        json.WriteNumber("p50", pauses.Median);
        json.WriteNumber("p95", pauses.P95);
        json.WriteNumber("p99", pauses.P99);
        json.WriteNumber("max", pauses.Longest);
    }

    private static void WritePhases(Utf8JsonWriter json, IReadOnlyList<PhaseShare> phases)
    {
        json.WriteStartArray("phases");
        foreach (var share in phases)
        {
            json.WriteStartObject();
            json.WriteString("kind", V8Words.Key(share.Kind));
            json.WriteString("phase", PhaseWords.Scope(share.Phase));
            json.WriteBoolean("inPause", share.IsInPause);
            json.WriteNumber("main", share.Nanoseconds);
            json.WriteNumber("helpers", share.BackgroundNanoseconds);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    // The names of v8.getHeapSpaceStatistics().
    private static void WriteSpaces(Utf8JsonWriter json, IReadOnlyList<HeapSpaceStatistics> spaces)
    {
        json.WriteStartArray("heapSpaceStatistics");
        foreach (var space in spaces)
        {
            json.WriteStartObject();
            json.WriteString("space_name", space.SpaceName);
            json.WriteNumber("space_size", space.SpaceSize);
            json.WriteNumber("space_used_size", space.SpaceUsedSize);
            json.WriteNumber("space_available_size", space.SpaceAvailableSize);
            json.WriteNumber("physical_space_size", space.PhysicalSpaceSize);
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteCollections(Utf8JsonWriter json, IReadOnlyList<Cycle> rows)
    {
        json.WriteStartArray("collections");
        foreach (var row in rows)
        {
            json.WriteStartObject();
            json.WriteNumber("seq", row.Sequence);
            json.WriteString("kind", V8Words.Key(row.Kind));
            json.WriteString("cause", V8Words.Cause(row.Kind, row.Cause));
            json.WriteNumber("start", row.PauseStart);
            json.WriteNumber("pause", row.Pause);
            json.WriteNumber("mutator", row.Mutator);
            json.WriteNumber("allocated", row.Allocated);
            foreach (var statistic in Enum.GetValues<Statistic>())
            {
                json.WriteNumber(JsonNamingPolicy.CamelCase.ConvertName(statistic.ToString()), row[statistic]);
            }

            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static void WriteComparison(Utf8JsonWriter json, TableComparison comparison)
    {
        json.WriteStartObject("comparison");
        json.WriteNumber("rowsBeforeMarking", comparison.RowsBeforeMarking);
        json.WriteBoolean("agreesBeforeMarking", comparison.AgreesBeforeMarking);
        json.WriteNumber("firstDisagreement", comparison.FirstDisagreement);
        json.WriteStartObject("ratios");
        foreach (var quantity in Enum.GetValues<Quantity>())
        {
            json.WriteNumber(
                JsonNamingPolicy.CamelCase.ConvertName(quantity.ToString()), Rounded(comparison.Fidelity.Ratios[(int)quantity]));
        }

        json.WriteEndObject();
        json.WriteNumber("score", Rounded(comparison.Fidelity.Score));
        json.WriteEndObject();
    }

    private static decimal Rounded(double value) =>
        decimal.Parse(value.ToString("F6", CultureInfo.InvariantCulture), CultureInfo.InvariantCulture);
}
