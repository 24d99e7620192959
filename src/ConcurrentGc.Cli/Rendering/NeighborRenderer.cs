using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Prints isolates together: their pauses in one table, and how a neighbor's collection changed them.</summary>
internal static class NeighborRenderer
{
    /// <summary>Prints it.</summary>
    /// <param name="reports">At least two isolates.</param>
    /// <param name="output">Takes the text.</param>
    public static void Write(RunReports reports, TextWriter output)
    {
        var isVirtual = reports.Isolates[0].Settings.Runtime == RuntimeHost.Virtual;
        output.Write(
            $"\ntogether: {Units.Count(reports.Isolates.Count)} isolates, exit code {reports.ExitCode}, " +
            $"{(isVirtual ? "virtual time" : "time")} {Units.Duration(reports.Nanoseconds)}\n\n");
        Pauses(reports).Write(output);
        Neighbors(reports).Write(output);
        output.Write(
            "  no, yes: pauses in all. alike: scavenges beside a collecting neighbor, each with\n" +
            "  one of the same isolate that moved as much, within 10 % or 16 KB, beside none;\n" +
            "  only these are compared. Full collections of one program differ too much.\n");
    }

    private static TextTable Pauses(RunReports reports)
    {
        var table = PauseTable.Create();
        foreach (var (number, report) in reports.Isolates.Index())
        {
            PauseTable.Add(table, $"isolate {number}", report.Summary.All);
        }

        PauseTable.Add(table, "all", PauseStatistics.Of(reports.Isolates.SelectMany(report => report.Rows, (_, row) => row.Pause)));
        return table;
    }

    private static TextTable Neighbors(RunReports reports)
    {
        var table = new TextTable("A neighbor collects, ms", "no", "yes", "alike", "total, no", "total, yes", "longer");
        for (var number = 0; number < reports.Isolates.Count; number++)
        {
            foreach (var pauses in reports.PausesOf(number))
            {
                table.Add(
                    $"isolate {number}, {V8Words.Name(pauses.Kind)}",
                    Units.Count(pauses.Alone.Count),
                    Units.Count(pauses.Beside.Count),
                    Units.Count(pauses.MatchedBeside.Count),
                    Units.Milliseconds(pauses.MatchedAlone.Total),
                    Units.Milliseconds(pauses.MatchedBeside.Total),
                    pauses.MatchedAlone.Total > 0
                        ? Units.Percent(pauses.MatchedBeside.Total - pauses.MatchedAlone.Total, pauses.MatchedAlone.Total)
                        : "-");
            }
        }

        return table;
    }
}
