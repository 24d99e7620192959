using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Cli.Fragmentation;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Heap;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Footprint;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Engine;

/// <summary>
/// One isolate of a run: heap, program and world, and what is counted about them. In this order: <see cref="Load"/>,
/// <see cref="Prepare"/>, <see cref="BuildInto"/>, the run, <see cref="Result"/>.
/// </summary>
internal sealed class ModeledIsolate : IDisposable
{
    private readonly int _number;
    private readonly RunSettings _settings;
    private readonly Machine _machine;
    private readonly TextWriter _output;
    private readonly TextWriter _error;
    private readonly WorldSettings _world;
    private readonly ProgramFile _file;
    private readonly IdleAccount _idle = new();
    private readonly FrameAccount _frames = new();
    private readonly HeapFullAccount _full = new();
    private ILoadedProgram? _program;
    private TraceRecording? _recording;
    private AllocationAccount? _account;
    private MemoryUsageReport? _usage;
    private FragmentationReport? _fragmentation;
    private bool _isInUse;

    /// <summary>Makes the heap.</summary>
    /// <param name="number">The isolate, from zero.</param>
    /// <param name="settings">Names the program.</param>
    /// <param name="machine">Prices and start-up heap.</param>
    /// <param name="output">Takes the program's standard output.</param>
    /// <param name="error">Takes its standard error.</param>
    public ModeledIsolate(int number, RunSettings settings, Machine machine, TextWriter output, TextWriter error)
    {
        (_number, _settings, _machine, _output, _error) = (number, settings, machine, output, error);
        _file = new ProgramFile(settings);
        _world = WorldSettingsReader.Read(settings, machine.Heap);
        Heap = World.CreateHeap(_world);
    }

    /// <summary>The heap.</summary>
    public SharedHeap Heap { get; }

    /// <summary>The world's tables.</summary>
    public WorldTables Tables { get; } = new();

    /// <summary>Loads the program.</summary>
    /// <exception cref="JavaScriptLoadException">It needs what is not supported.</exception>
    public void Load() => _program = _file.Load(_world, Heap, Tables, _output, _error);

    /// <summary>Fills the heap up to what a program finds, and begins to count.</summary>
    /// <param name="ports">Where an allocation trace goes.</param>
    /// <returns>What listens to this isolate's part of the record.</returns>
    public IRecordSink Prepare(RunPorts ports)
    {
        _recording = TraceRecording.Begin(ports, Heap, Tables, _machine, ref _program!);
        new StartupHeap(Heap, _machine.Heap).Fill(_program.LiteralBytes);
        _recording?.Recorder.Start();
        _account = new AllocationAccount(AllocationAccount.UsedBytes(SpaceStatistics.Of(Heap)));
        _usage = _settings.Outputs.MemoryUsage
            ? new MemoryUsageReport(
                _output, () => ProcessFootprint.Of(Heap, _program.StackBytes, _world.Helpers), () => HeapFootprint.Of(Heap))
            : null;
        _fragmentation = _settings.Outputs.Fragmentation ? new FragmentationReport(_output, Heap) : null;
        IReadOnlyList<IRecordSink?> listeners = [_account, _idle, _frames, _full, _usage, _fragmentation];
        return new RecordFanOut([.. listeners.OfType<IRecordSink>()]);
    }

    /// <summary>Adds the roles of its world.</summary>
    /// <param name="host">Takes them.</param>
    public void BuildInto(IHost host)
    {
        var inspectors = Inspectors().ToList();
        var inspector = inspectors.Count > 0 ? Tables.Add(new SeveralInspectors(inspectors)) : -1;
        _program!.BuildInto(new World(Heap, _world with { Inspects = inspectors.Count > 0 }, _number), host, inspector);
    }

    /// <summary>What came of it. Call once.</summary>
    /// <param name="run">How the run ended.</param>
    public RunResult Result(RunOutcome run)
    {
        _isInUse = run.Late is not null;
        var spaces = SpaceStatistics.Of(Heap);
        var time = run.RestTimes[_number];
        var counts = new RunCounts(
            _account!.AllocatedBytes(AllocationAccount.UsedBytes(spaces)), run.Messages, _idle.Nanoseconds)
        {
            Frames = _frames.Counts,
        };
        _usage?.WriteEnd(time);
        if (!_isInUse)
        {
            _fragmentation?.WriteEnd();
        }

        IReadOnlyList<Mapping> map = _settings.Outputs.MemoryMap ? AddressSpace.Of(Heap, _program!.StackBytes, _world.Helpers) : [];
        if (map.Count > 0 && !_settings.Outputs.Json)
        {
            MemoryMapRenderer.Write(map, _output);
        }

        var end = run.Programs.FirstOrDefault(entry => entry.Isolate == _number);
        var (outcome, text) = RunEnding.Of(run, end, _full.Cause, _file.Refusal, _number == 0, _settings.Outputs.LogLevel != LogVolume.Off);
        return new RunResult(outcome, (int)end.Value & 0xFF, text, spaces, time, counts) { AddressSpace = map };
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _recording?.Dispose();
        _file.Dispose();
        if (!_isInUse) // else a role that is late goes on reading it until the process ends
        {
            Heap.Dispose();
        }
    }

    private IEnumerable<IHeapInspector> Inspectors()
    {
        if (_world.VerifyHeap)
        {
            yield return new VerifyingInspector(Heap);
        }

        if (_recording is not null)
        {
            yield return _recording.Recorder;
        }
    }
}
