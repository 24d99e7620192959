using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>
/// A program that ran to its end while the collector moved its objects far more often than it had to. What the collector
/// leaves behind is overwritten, so that a pointer it did not update is found at its first use.
/// </summary>
internal sealed record StressRun(string Output, string Error, int ExitCode, IReadOnlyList<CycleRow> Cycles)
{
    /// <summary>Calls of Spend a slice: whole grants of instructions, and phases of the collector in one go.</summary>
    private const int Slice = 4_096;

    private static Geometry Pages { get; } = Geometry.Node20 with { ReservedPages = 1_024 };

    /// <summary>Runs a text on one thread.</summary>
    /// <param name="source">The program.</param>
    /// <param name="options">How it runs.</param>
    /// <param name="interval">A collection before each n-th allocation.</param>
    /// <param name="fullEvery">Each n-th of those is a full one.</param>
    /// <param name="verifyEvery">Around each n-th collection the heap is verified, and that the same graph is reachable.</param>
    /// <param name="helpers">Workers beside the main one; who runs next is drawn from <paramref name="seed"/>.</param>
    /// <param name="seed">Of the host.</param>
    public static StressRun Of(
        string source,
        JavaScriptOptions options,
        long interval,
        long fullEvery,
        int verifyEvery,
        int helpers = 0,
        ulong seed = 1)
    {
        var settings = new WorldSettings
        {
            Geometry = Pages,
            Helpers = helpers,
            InitialSemispaceBytes = Pages.PageBytes,
            MaximumSemispaceBytes = 4 * Pages.PageBytes,
            MaximumOldBytes = 64 * Pages.PageBytes,
            CollectionInterval = interval,
            ForcedFullEvery = fullEvery,
            VerifyHeap = true,
        };
        using var heap = World.CreateHeap(settings);
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var host = new StepHost(heap, new AccessCounter(), helpers == 0 ? Slice : 1, seed);
        var program = JavaScriptProgram.Load(heap, host.Tables, "program.js", source, options with { Output = output, Error = error });
        var inspector = host.Tables.Add(new SparseInspector(new VerifyingInspector(heap), verifyEvery));
        new World(heap, settings).Build(host, inspector, program);

        host.Run();

        new HeapVerifier(heap).Check();
        var end = Assert.Single(host.Record, entry => entry.Kind is EventKind.ProgramEnd);
        return new StressRun(output.ToString(), error.ToString(), (int)end.Value, CycleRow.ListOf(host.Record));
    }

    private sealed class SparseInspector(VerifyingInspector inspector, int every) : IHeapInspector
    {
        public void Before(SharedHeap heap, long epoch)
        {
            if (epoch % every == 0)
            {
                inspector.Before(heap, epoch);
            }
        }

        public void After(SharedHeap heap, long epoch)
        {
            if (epoch % every == 0)
            {
                inspector.After(heap, epoch);
            }
        }
    }
}
