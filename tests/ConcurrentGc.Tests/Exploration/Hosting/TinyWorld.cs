using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Hosting;

/// <summary>Tiny threads, each on a core of its own, over three shared words.</summary>
internal sealed class TinyWorld : IExploredWorld
{
    private const int Words = 3;
    private const int Registers = 2;
    private readonly SharedHeap _heap;
    private readonly long _words;
    private readonly long _registers;
    private readonly int _threads;
    private readonly HashSet<string> _ends = new(StringComparer.Ordinal);

    public TinyWorld(bool hasBuffers, params IReadOnlyList<string> programs)
    {
        var counter = new AccessCounter();
        _heap = new SharedHeap(Geometry.Tiny, counter);
        Host = new ExploreHost(_heap, counter);
        _threads = programs.Count;
        (_words, _registers) = (_heap.Side.Take(Words), _heap.Side.Take(_threads * Registers));
        for (var i = 0; i < _threads; i++)
        {
            var table = Host.Tables.Add(TinyOperation.Parse(programs[i]));
            var role = new TinyThread(table, _words, _registers + (i * Registers * 8));
            Host.Post(Host.Add<TinyThread, TinyVerb>($"thread-{i}", CoreGroup.Main(i), role), TinyVerb.Load);
        }

        for (var i = 0; i < _threads && hasBuffers; i++)
        {
            Host.AddStoreBuffer(CoreGroup.Main(i));
        }

        Space = new WorldSpace(Host, new StateWords(_heap, []), AtRest);
    }

    public ExploreHost Host { get; }

    public WorldSpace Space { get; }

    /// <summary>All ends that the programs can come to: the registers of each thread, and how many states have been met on the way.</summary>
    public static (IReadOnlyList<string> Ends, long States) Search(bool hasBuffers, params IReadOnlyList<string> programs)
    {
        using var world = new TinyWorld(hasBuffers, programs);
        var found = DepthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits());
        Assert.Equal(Verdict.Safe, found.Verdict);
        return ([.. world._ends.Order(StringComparer.Ordinal)], found.States);
    }

    /// <summary>Notes the registers of this end, then the shared words behind a colon.</summary>
    public string? AtRest()
    {
        var values = Enumerable.Range(0, _threads * Registers).Select(i => _heap.Owned(_registers + (i * 8)));
        _ends.Add(string.Concat(values) + ":" + string.Concat(Enumerable.Range(0, Words).Select(i => _heap.Owned(_words + (i * 8)))));
        return null;
    }

    public void Dispose() => _heap.Dispose();
}
