using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Actors.Logs;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Recording;
using Serilog;
using Serilog.Events;

namespace ConcurrentGc.Cli.Engine;

/// <summary>Runs programs: for each its heap and its world, and for all of them one of the two Akka hosts.</summary>
internal sealed class ModeledRunEngine : IRunEngine
{
    /// <inheritdoc/>
    public RunResult Run(RunSettings settings, Machine machine, RunPorts ports, CancellationToken cancellation)
    {
        if (settings.VerifyHeap)
        {
            AppContext.SetSwitch(Checks.Switch, isEnabled: true); // before the first use of the heap
        }

        var isolates = new List<ModeledIsolate>();
        try
        {
            isolates.Add(new ModeledIsolate(0, settings, machine, ports.ProgramOutput, ports.ProgramError));
            foreach (var (neighbor, (output, error)) in settings.Neighbors.Zip(ports.Neighbors))
            {
                isolates.Add(new ModeledIsolate(isolates.Count, neighbor, machine, output, error));
            }

            isolates.ForEach(isolate => isolate.Load());
            return RunBesideEachOther(isolates, settings, machine, ports, cancellation);
        }
        catch (JavaScriptLoadException refused)
        {
            return new RunResult(
                ProgramOutcome.Unsupported, 0, string.Join('\n', refused.Diagnostics), [], 0, new RunCounts());
        }
        finally
        {
            isolates.ForEach(isolate => isolate.Dispose());
        }
    }

    private static RunResult RunBesideEachOther(
        List<ModeledIsolate> isolates, RunSettings settings, Machine machine, RunPorts ports, CancellationToken cancellation)
    {
        var record = ports.OpenRecord();
        List<IRecordSink> listeners = [.. isolates.Select(isolate => isolate.Prepare(ports))];
        var first = isolates[0];
        using var host = new AkkaHost(
            Host(settings, machine), first.Heap, first.Tables, new RecordFanOut([record, new RecordByIsolate(listeners)]));
        first.BuildInto(host);
        foreach (var neighbor in isolates.Skip(1))
        {
            neighbor.BuildInto(host.AddIsolate(neighbor.Heap, neighbor.Tables));
        }

        var outcome = host.Run(cancellation);
        List<RunResult> results = [.. isolates.Select(isolate => isolate.Result(outcome))];
        return results[0] with { Neighbors = [.. results.Skip(1)] };
    }

    private static HostSettings Host(RunSettings settings, Machine machine)
    {
        var isVirtual = settings.Runtime == RuntimeHost.Virtual;
        var cores = settings.Cores > 0 ? settings.Cores : machine.Cores;
        var isolates = 1 + settings.Neighbors.Count;
        return new HostSettings
        {
            Runtime = isVirtual ? HostRuntime.Virtual : HostRuntime.Threads,
            Prices = machine.Prices,
            Isolates = isolates,
            Programs = isolates,
            Helpers = settings.Helpers == 0 ? 0 : isVirtual ? Math.Max(1, cores - 1) : settings.Helpers,
            HelpersShareMainCore = isVirtual && cores == 1,
            Logger = Logger(settings.Outputs.LogLevel),
        };
    }

    private static ILogger Logger(LogVolume volume) =>
        volume == LogVolume.Off ? Serilog.Core.Logger.None : LoggingFile.Read(level: (LogEventLevel)((int)volume - 1));
}
