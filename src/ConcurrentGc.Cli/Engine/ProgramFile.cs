using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Experiments.Traces;
using ConcurrentGc.Experiments.Workloads;
using ConcurrentGc.Heap;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Engine;

/// <summary>A program's file, read and loaded by its kind. Disposing closes what is read while the program runs.</summary>
/// <param name="settings">Names the file.</param>
internal sealed class ProgramFile(RunSettings settings) : IDisposable
{
    private TraceReader? _trace;
    private Diagnostic? _unsupported;

    /// <summary>Why the program was ended before its end, when it was.</summary>
    public string Refusal => _trace?.Problem ?? $"{_unsupported}";

    /// <summary>Loads the program.</summary>
    /// <param name="world">Sizes of its world.</param>
    /// <param name="heap">Gets its literals.</param>
    /// <param name="tables">Gets its text.</param>
    /// <param name="output">Takes its standard output.</param>
    /// <param name="error">Takes its standard error.</param>
    /// <exception cref="JavaScriptLoadException">It needs what is not supported.</exception>
    /// <exception cref="InvalidInputException">The file is malformed.</exception>
    public ILoadedProgram Load(
        WorldSettings world, SharedHeap heap, WorldTables tables, TextWriter output, TextWriter error)
    {
        switch (settings.Kind)
        {
            case ProgramKind.Trace:
                _trace = TraceReader.Open(settings.ProgramPath);
                return new LoadedProgram<TraceProgram>(TraceProgram.Load(heap, tables, _trace), _trace.LiteralBytes);
            case ProgramKind.Workload:
                var workload = ReadWorkload();
                return new LoadedProgram<SyntheticProgram>(SyntheticProgram.Load(heap, tables, workload, settings.Seed));
            default:
                return LoadJavaScript(heap, tables, Options(world, output, error));
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _trace?.Dispose();

    private Workload ReadWorkload()
    {
        var workload = WorkloadFile.Read(settings.ProgramPath);
        return workload.PretenuredLifetime == 0 || settings.Outputs.RecordTrace is null
            ? workload
            : throw InvalidInputException.In(
                settings.ProgramPath, "key 'pretenured-lifetime': not allowed with --record-trace, as the births of a trace are in new space");
    }

    private LoadedProgram<JavaScriptProgram> LoadJavaScript(SharedHeap heap, WorldTables tables, JavaScriptOptions options)
    {
        var source = File.ReadAllText(settings.ProgramPath);
        var program = JavaScriptProgram.Load(heap, tables, settings.ProgramPath, source, options);
        return new LoadedProgram<JavaScriptProgram>(
            program, program.LiteralBytes(tables), () => program.StackBytes(heap, tables));
    }

    private JavaScriptOptions Options(WorldSettings world, TextWriter output, TextWriter error) => new()
    {
        Process = WorldSettingsReader.Process(settings, world),
        Tier = settings.Tier == ScriptTier.Ignition ? JavaScriptTier.Ignition : JavaScriptTier.Turbofan,
        StackKilobytes = settings.StackKilobytes > 0 ? settings.StackKilobytes : new JavaScriptOptions().StackKilobytes,
        Seed = settings.Seed,
        Arguments = settings.ProgramArguments,
        ScriptPath = settings.ProgramPath,
        Output = output,
        Error = error,
        StackTrace = settings.Outputs.TraceStack ? output : null,
        Unsupported = found => _unsupported = found,
    };
}
