using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Tests.Support;

/// <summary>Node's heap with young objects of given sizes, after collections that are all verified.</summary>
internal sealed class YoungScene : IDisposable
{
    public YoungScene(
        IEnumerable<long> sizes, Script script, long semispaceBytes = 1 << 20, int helpers = 0, WorldHost host = WorldHost.Bulk)
    {
        var settings = new WorldSettings
        {
            Geometry = Geometry.Node20,
            Helpers = helpers,
            InitialSemispaceBytes = semispaceBytes,
            VerifyHeap = true,
        };
        Heap = World.CreateHeap(settings);
        Objects = new YoungObjects(Heap, [.. sizes]);
        Before = [.. Enumerable.Range(0, sizes.Count()).Select(i => Objects[i])];
        Cycles = WorldRun.Of<ScriptedProgram>(
            host, Heap, settings, seed: 1, tables => [new ScriptedProgram(tables.Add(script))]).Cycles;
    }

    public SharedHeap Heap { get; }

    public YoungObjects Objects { get; }

    /// <summary>Addresses before the first collection.</summary>
    public IReadOnlyList<long> Before { get; }

    public IReadOnlyList<CycleRow> Cycles { get; }

    public void Dispose() => Heap.Dispose();
}
