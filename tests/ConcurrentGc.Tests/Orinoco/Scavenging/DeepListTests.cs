using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Scavenging;

/// <summary>A list of ten million nodes on Node's pages: whoever recursed along it would overflow any stack.</summary>
public sealed class DeepListTests : IDisposable
{
    private const int Nodes = 10_000_000;
    private const int NodeBytes = 16;

    private readonly WorldSettings _settings = new()
    {
        Geometry = Geometry.Node20,
        Helpers = 1,
        InitialSemispaceBytes = 192 << 20,
        MaximumSemispaceBytes = 192 << 20,
    };

    private readonly SharedHeap _heap;
    private readonly long _root;

    public DeepListTests()
    {
        _heap = World.CreateHeap(_settings);
        _root = _heap.Side.Take(1);
        _heap.Roots.Add(_root, 1);
        for (var i = 0; i < Nodes; i++)
        {
            Assert.True(_heap.New.TryAllocate(NodeBytes, out var node));
            _heap.Owned(node) = ObjectHeader.Encode(LayoutKind.TaggedFields, NodeBytes / 8, 0);
            _heap.Owned(node + 8) = _heap.Owned(_root);
            _heap.Owned(_root) = Tagged.FromAddress(node);
        }
    }

    public void Dispose() => _heap.Dispose();

    [Fact]
    public void It_survives_two_scavenges_and_a_full_collection_whole()
    {
        var run = WorldRun.Of<ScriptedProgram>(
            WorldHost.Bulk, _heap, _settings, seed: 1, tables => [new ScriptedProgram(tables.Add((Script)"ssf"))]);

        Assert.Equal(Nodes, run.Cycles[0][Statistic.ObjectsCopied] + run.Cycles[0][Statistic.ObjectsPromoted]);
        Assert.Equal(Nodes, run.Cycles[0][Statistic.ObjectsPromoted] + run.Cycles[1][Statistic.ObjectsPromoted]);
        Assert.Equal(Nodes, run.Cycles[2][Statistic.ObjectsMarked]);
        Assert.Equal(Nodes, Length());
        Assert.Equal((long)Nodes * NodeBytes, _heap.Old.ObjectBytes);
    }

    [Fact]
    public void It_survives_a_full_collection_while_it_is_young()
    {
        var run = WorldRun.Of<ScriptedProgram>(
            WorldHost.Bulk, _heap, _settings, seed: 1, tables => [new ScriptedProgram(tables.Add((Script)"f"))]);

        Assert.Equal(Nodes, run.Cycles[0][Statistic.ObjectsPromoted]);
        Assert.Equal(Nodes, Length());
        Assert.Equal(0, _heap.New.UsedBytes);
    }

    private long Length()
    {
        var length = 0L;
        for (var word = _heap.Owned(_root); word != 0; word = _heap.Owned(Tagged.Address(word) + 8))
        {
            length++;
        }

        return length;
    }
}
