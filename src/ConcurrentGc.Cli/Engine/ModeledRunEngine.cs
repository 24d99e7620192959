using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Actors.Logs;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Traces;
using ConcurrentGc.Experiments.Workloads;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Footprint;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using Serilog;
using Serilog.Events;

namespace ConcurrentGc.Cli.Engine;

/// <summary>Runs a program: its heap, its world, and one of the two Akka hosts.</summary>
internal sealed class ModeledRunEngine : IRunEngine
{
    /// <inheritdoc/>
    public RunResult Run(RunSettings settings, Machine machine, RunPorts ports, CancellationToken cancellation)
    {
        if (settings.VerifyHeap)
        {
            AppContext.SetSwitch(Checks.Switch, isEnabled: true); // before the first use of the heap
        }

        var world = WorldSettingsReader.Read(settings, machine.Heap);
        var heap = World.CreateHeap(world);
        var isInUse = false;
        try
        {
            return RunWorld(heap, world, settings, machine, ports, cancellation, out isInUse);
        }
        finally
        {
            if (!isInUse) // else a role that is late goes on reading it until the process ends
            {
                heap.Dispose();
            }
        }
    }

    private static RunResult RunWorld(
        SharedHeap heap,
        WorldSettings world,
        RunSettings settings,
        Machine machine,
        RunPorts ports,
        CancellationToken cancellation,
        out bool isInUse)
    {
        isInUse = false;
        var tables = new WorldTables();
        Diagnostic? unsupported = null;
        using var trace = settings.Kind == ProgramKind.Trace ? TraceReader.Open(settings.ProgramPath) : null;
        ILoadedProgram program;
        try
        {
            program = trace is not null
                ? new LoadedProgram<TraceProgram>(TraceProgram.Load(heap, tables, trace), trace.LiteralBytes)
                : Load(settings, world, heap, tables, ports, found => unsupported = found);
        }
        catch (JavaScriptLoadException refused)
        {
            return new RunResult(
                ProgramOutcome.Unsupported, 0, string.Join('\n', refused.Diagnostics), [], 0, new RunCounts());
        }

        var sink = ports.OpenRecord();
        using var recording = TraceRecording.Begin(ports, heap, tables, machine, ref program);
        new StartupHeap(heap, machine.Heap).Fill(program.LiteralBytes);
        recording?.Recorder.Start();
        var inspectors = Inspectors(heap, world, recording?.Recorder).ToList();
        var inspector = inspectors.Count > 0 ? tables.Add(new SeveralInspectors(inspectors)) : -1;
        var account = new AllocationAccount(AllocationAccount.UsedBytes(SpaceStatistics.Of(heap)));
        var idle = new IdleAccount();
        var usage = new MemoryUsageReport(
            ports.ProgramOutput, () => ProcessFootprint.Of(heap, program.StackBytes, world.Helpers), () => HeapFootprint.Of(heap));
        IReadOnlyList<IRecordSink> sinks = settings.Outputs.MemoryUsage ? [sink, account, idle, usage] : [sink, account, idle];
        using var host = new AkkaHost(Host(settings, machine), heap, tables, new RecordFanOut(sinks));
        program.BuildInto(new World(heap, world with { Inspects = inspectors.Count > 0 }), host, inspector);
        var outcome = host.Run(cancellation);
        isInUse = outcome.Late is not null;
        var refusal = trace?.Problem ?? $"{unsupported}";
        var spaces = SpaceStatistics.Of(heap);
        var counts = new RunCounts(
            account.AllocatedBytes(AllocationAccount.UsedBytes(spaces)), outcome.Messages, idle.Nanoseconds);
        if (settings.Outputs.MemoryUsage)
        {
            usage.WriteEnd(outcome.Time);
        }

        return Result(outcome, spaces, counts, refusal, settings.Outputs.LogLevel != LogVolume.Off) with
        {
            AddressSpace = settings.Outputs.MemoryMap
                ? AddressSpace.Of(heap, program.StackBytes, world.Helpers)
                : [],
        };
    }

    private static IEnumerable<IHeapInspector> Inspectors(SharedHeap heap, WorldSettings world, TraceRecorder? recorder)
    {
        if (world.VerifyHeap)
        {
            yield return new VerifyingInspector(heap);
        }

        if (recorder is not null)
        {
            yield return recorder;
        }
    }

    private static ILoadedProgram Load(
        RunSettings settings,
        WorldSettings world,
        SharedHeap heap,
        WorldTables tables,
        RunPorts ports,
        Action<Diagnostic> unsupported) =>
        settings.Kind switch
        {
            ProgramKind.Workload => new LoadedProgram<SyntheticProgram>(
                SyntheticProgram.Load(heap, tables, WorkloadFile.Read(settings.ProgramPath), settings.Seed)),
            _ => LoadJavaScript(settings, world, heap, tables, ports, unsupported),
        };

    private static LoadedProgram<JavaScriptProgram> LoadJavaScript(
        RunSettings settings,
        WorldSettings world,
        SharedHeap heap,
        WorldTables tables,
        RunPorts ports,
        Action<Diagnostic> unsupported)
    {
        var options = new JavaScriptOptions
        {
            Process = WorldSettingsReader.Process(settings, world),
            Tier = settings.Tier == ScriptTier.Ignition ? JavaScriptTier.Ignition : JavaScriptTier.Turbofan,
            StackKilobytes = settings.StackKilobytes > 0 ? settings.StackKilobytes : new JavaScriptOptions().StackKilobytes,
            Seed = settings.Seed,
            Arguments = settings.ProgramArguments,
            ScriptPath = settings.ProgramPath,
            Output = ports.ProgramOutput,
            Error = ports.ProgramError,
            StackTrace = settings.Outputs.TraceStack ? ports.ProgramOutput : null,
            Unsupported = unsupported,
        };
        var source = File.ReadAllText(settings.ProgramPath);
        var program = JavaScriptProgram.Load(heap, tables, settings.ProgramPath, source, options);
        return new LoadedProgram<JavaScriptProgram>(
            program, program.LiteralBytes(tables), () => program.StackBytes(heap, tables));
    }

    private static HostSettings Host(RunSettings settings, Machine machine)
    {
        var isVirtual = settings.Runtime == RuntimeHost.Virtual;
        return new HostSettings
        {
            Runtime = isVirtual ? HostRuntime.Virtual : HostRuntime.Threads,
            Prices = machine.Prices,
            Helpers = settings.Helpers == 0 ? 0 : isVirtual ? Math.Max(1, machine.Cores - 1) : settings.Helpers,
            HelpersShareMainCore = isVirtual && machine.Cores == 1,
            Logger = Logger(settings.Outputs.LogLevel),
        };
    }

    private static ILogger Logger(LogVolume volume) =>
        volume == LogVolume.Off ? Serilog.Core.Logger.None : LoggingFile.Read(level: (LogEventLevel)((int)volume - 1));

    private static RunResult Result(
        RunOutcome run,
        IReadOnlyList<HeapSpaceStatistics> spaces,
        RunCounts counts,
        string refusal,
        bool isLogging)
    {
        var end = run.Programs.Count > 0 ? run.Programs[0] : default;
        var (outcome, text) = run.End switch
        {
            RunEnd.Failed => (ProgramOutcome.Failed, run.Failure!.Describe()),
            RunEnd.Stalled => (ProgramOutcome.Failed, $"the world came to rest before its program ended\n{run.Actors}"),
            RunEnd.Canceled => (ProgramOutcome.Interrupted, isLogging ? $"interrupted\n{run.Actors}" : "interrupted"),
            _ when end.Kind == EventKind.OutOfMemory => (
                ProgramOutcome.OutOfMemory,
                $"JavaScript heap out of memory: no room for {end.Value} bytes after the last resort"),
            _ when end.Kind == EventKind.Unsupported => (ProgramOutcome.Unsupported, refusal),
            _ when end.Kind == EventKind.UncaughtException => (ProgramOutcome.UncaughtException, string.Empty),
            _ => (ProgramOutcome.Completed, string.Empty),
        };
        text += run.Late is null ? string.Empty : $"\na role did not return in time\n{run.Late}";
        return new RunResult(outcome, (int)end.Value & 0xFF, text, spaces, run.Time, counts);
    }
}
