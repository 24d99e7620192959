using ConcurrentGc.Experiments.Traces;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Experiments.Workloads;
using ConcurrentGc.Tests.Support;

namespace ConcurrentGc.Tests.Experiments.Traces;

/// <summary>A trace that was followed in virtual time: what was reachable at its end, and the sizes of named objects.</summary>
internal sealed record TraceRun(WorldRun Run, long ReachableObjects, IReadOnlyList<long> BytesByName, string? Problem)
{
    public static TraceRun Of(string text, WorldSettings? settings = null)
    {
        var path = Path.GetTempFileName();
        try
        {
            File.WriteAllText(path, text);
            using var reader = TraceReader.Open(path);
            return Of(reader, settings ?? SyntheticRun.Fixed(4) with { VerifyHeap = true });
        }
        finally
        {
            File.Delete(path);
        }
    }

    private static TraceRun Of(TraceReader reader, WorldSettings settings)
    {
        using var heap = World.CreateHeap(settings);
        var run = WorldRun.Of<TraceProgram>(WorldHost.Virtual, heap, settings, 1, tables => [TraceProgram.Load(heap, tables, reader)]);
        var reachable = new ReachabilityOracle(heap).Walk(withPayload: false);
        var names = Enumerable.Range(0, (int)heap.WeakRoots.Count).Select(name => BytesOf(heap, heap.WeakRoots.At(name)));
        return new TraceRun(run, reachable.Objects, [.. names], reader.Problem);
    }

    private static long BytesOf(SharedHeap heap, long word) =>
        word == 0 ? 0 : ConcurrentGc.Heap.Words.ObjectHeader.FixedBytes(heap.Owned(ConcurrentGc.Heap.Words.Tagged.Address(word)));
}
