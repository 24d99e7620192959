using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>A program that ran to its end without a collector, in a nursery that held all it made.</summary>
internal sealed record ProgramRun(string Output, string Error, int ExitCode, long Bytes, long Paid, long Refusals)
{
    /// <summary>How it ended.</summary>
    public ProgramEnd End { get; init; }

    /// <summary>Why it was ended, when it met something that is not supported.</summary>
    public string? Unsupported { get; init; }

    private const int NurseryPages = 1_500;

    /// <summary>Where the programs lie beside the test.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "JavaScript");

    /// <summary>Names of the programs of a folder, in order.</summary>
    public static IEnumerable<string> Names(string folder) => Directory.GetFiles(Path.Combine(Folder, folder), "*.js")
        .Select(file => Path.GetFileNameWithoutExtension(file)!)
        .Order(StringComparer.Ordinal);

    /// <summary>Runs a file of <see cref="Folder"/>.</summary>
    public static ProgramRun OfFile(string file, JavaScriptOptions options, long interval = 0) =>
        OfText(File.ReadAllText(Path.Combine(Folder, file)), options, interval, file);

    /// <summary>Runs a text. With an interval, each n-th allocation is refused once and made again; in between something may be done to the heap.</summary>
    public static ProgramRun OfText(string source, JavaScriptOptions options, long interval = 0, string file = "program.js", Action<SharedHeap>? collect = null)
    {
        using var heap = new SharedHeap(Geometry.Node20);
        heap.New.SetUp(NurseryPages);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var tables = new WorldTables();
        Diagnostic? unsupported = null;
        var program = JavaScriptProgram.Load(
            heap, tables, file, source, options with { Output = output, Error = error, Unsupported = found => unsupported = found });
        var atStart = heap.New.UsedBytes;
        var context = new ProgramContext { CollectionInterval = interval };
        var turn = new PlainTurn(heap, tables);
        var refusals = 0L;
        for (var stop = ProgramStop.SliceEnd; stop != ProgramStop.Ended;)
        {
            stop = program.Run(ref context, ref turn);
            if (stop == ProgramStop.NeedsCollection)
            {
                Assert.True(context.Request.IsForced, "The program made more than its nursery holds.");
                refusals++;
                collect?.Invoke(heap);
            }
            else if (stop == ProgramStop.Sleeps)
            {
                Assert.True(context.WakeAt > turn.Now, "The program sleeps although its time has come.");
                turn.Now = context.WakeAt;
            }
        }

        return new ProgramRun(output.ToString(), error.ToString(), context.ExitCode, heap.New.UsedBytes - atStart, turn.Bytes, refusals)
        {
            End = context.End,
            Unsupported = unsupported?.ToString(),
        };
    }
}
