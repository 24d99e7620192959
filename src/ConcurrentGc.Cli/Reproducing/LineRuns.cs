using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Running;
using ConcurrentGc.Cli.Tracing;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Experiments.Reproduction;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Summaries;

namespace ConcurrentGc.Cli.Reproducing;

/// <summary>Runs command lines side by side, one on each core; what a run gives does not depend on the others.</summary>
/// <param name="command">What is under way, for progress.</param>
/// <param name="createEngine">Makes the engine of a run.</param>
/// <param name="cancellation">Ends the runs under way; those that have ended keep what they gave.</param>
internal sealed class LineRuns(string command, Func<IRunEngine> createEngine, CancellationToken cancellation)
{
    private const string Interrupted = "interrupted";

    /// <summary>Runs them.</summary>
    /// <param name="lines">What stands behind <c>orinoco run</c>, each once.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>What each line gave.</returns>
    public IReadOnlyDictionary<string, RunReading> Run(IReadOnlyList<string> lines, Action<string>? progress)
    {
        var readings = new RunReading[lines.Count];
        Array.Fill(readings, Stopped(Interrupted));
        var ended = 0;
        progress?.Invoke($"{command}: 0 of {lines.Count} runs");
        Parallel.For(0, lines.Count, new ParallelOptions { MaxDegreeOfParallelism = Environment.ProcessorCount }, index =>
        {
            if (!cancellation.IsCancellationRequested)
            {
                readings[index] = Run(lines[index]);
                progress?.Invoke($"{command}: {Interlocked.Increment(ref ended)} of {lines.Count} runs");
            }
        });
        return lines.Zip(readings).ToDictionary(pair => pair.First, pair => pair.Second, StringComparer.Ordinal);
    }

    // Commands of one line follow each other; files that one leaves for the next are named without a folder and lie in a new one.
    private RunReading Run(string line)
    {
        var commands = MeasureLine.Commands(line);
        if (commands.Count == 1)
        {
            return Follow(commands[0].Split(' '));
        }

        var folder = Directory.CreateTempSubdirectory("orinoco");
        try
        {
            var reading = Stopped(Interrupted);
            foreach (var each in commands)
            {
                string[] words = [.. each.Split(' ').Select(word => MeasureLine.IsFile(word) ? Path.Combine(folder.FullName, word) : word)];
                if (words[0] is "trace")
                {
                    TraceCommand.Run(LineParser.Parse(words));
                }
                else if ((reading = Follow(words)).Problem.Length > 0)
                {
                    break;
                }
            }

            return reading;
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private RunReading Follow(IReadOnlyList<string> words)
    {
        var settings = RunSettingsReader.Read(LineParser.Parse(words));
        var table = new CollectionTable();
        var stops = new MainThreadStops();
        try
        {
            using var trace = settings.Outputs.RecordTrace is { } path ? OutputFile.Open(Flags.RecordTrace, path) : null;
            var result = createEngine().Run(
                settings,
                MachineFile.Read(settings.MachinePath),
                new RunPorts(
                    () => new RecordFanOut([table, stops]), TextWriter.Null, TextWriter.Null, trace is null ? null : () => trace),
                cancellation);
            return result.Outcome == ProgramOutcome.Completed
                ? new RunReading(table.Rows, RunSummary.Of(table.Rows, result, 0), stops.Stops, trace?.Problem ?? string.Empty)
                : Stopped(Rendering.OutcomeWords.Key(result.Outcome));
        }
        catch (OperationCanceledException)
        {
            return Stopped(Interrupted);
        }
    }

    private static RunReading Stopped(string problem) => new([], null, [], problem);
}
