using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>A litmus test as a world under the third host: production roles over a heap of a few tiny pages.</summary>
public sealed class LitmusWorld : IExploredWorld
{
    private readonly DrawnHeap _drawn;
    private readonly List<long> _ends = [];

    /// <summary>Builds the world; nothing has run.</summary>
    /// <param name="test">The test.</param>
    /// <param name="keepsDeadWords">See <see cref="ExploreHost.KeepsDeadWords"/>.</param>
    /// <exception cref="ArgumentException">Its heap is no drawing.</exception>
    public LitmusWorld(LitmusTest test, bool keepsDeadWords = false)
    {
        var counter = Checks.Enabled ? new AccessCounter() : null;
        _drawn = DrawnHeap.Draw(test.Heap, Geometry, counter);
        Host = new ExploreHost(_drawn.Heap, counter) { KeepsDeadWords = keepsDeadWords };
        var inspector = Host.Tables.Add(new VerifyingInspector(_drawn.Heap));
        var programs = test.Programs.Select((operations, mutator) =>
            new LitmusProgram(Host.Tables.Add(new LitmusText(operations)), TakeRegisters(mutator)));
        new World(_drawn.Heap, Settings(test)).Build<LitmusProgram>(Host, inspector, [.. programs]);
        Space = new WorldSpace(Host, new StateWords(_drawn.Heap, []), AtRest);
    }

    /// <summary>Pages of 64 words, lists of segments with one entry, so that nothing is kept from others for long.</summary>
    public static Geometry Geometry { get; } = Geometry.Tiny with
    {
        Name = "litmus",
        ReservedPages = 16,
        SideBytes = 1 << 15,
        ExternalBytes = 64,
        MaximumSemispacePages = 2,
        SegmentEntries = 1,
        ScavengerSegmentEntries = 2,
        MarkingStepBytes = 8,
    };

    /// <summary>The host.</summary>
    public ExploreHost Host { get; }

    /// <summary>Its states.</summary>
    public WorldSpace Space { get; }

    /// <summary>What is reachable now, as text.</summary>
    public string Picture => _drawn.Print();

    /// <inheritdoc/>
    public string? AtRest()
    {
        var waiting = _ends.Count(end => _drawn.Heap.Owned(end) == 0);
        return waiting == 0 ? null : $"Nobody has anything to do, and {waiting} of {_ends.Count} programs have not ended.";
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _drawn.Dispose();

    private static WorldSettings Settings(LitmusTest test) => new()
    {
        Geometry = Geometry,
        Helpers = test.Helpers,
        InitialSemispaceBytes = Geometry.MinimumSemispacePages * Geometry.PageBytes,
        MaximumSemispaceBytes = Geometry.MaximumSemispacePages * Geometry.PageBytes,
        MaximumOldBytes = 6 * Geometry.PageBytes,
        InitialOldBytes = 4 * Geometry.PageBytes,
        GrowingStepBytes = Geometry.PageBytes,
        VerifyHeap = true,
        LastResorts = 1,
        Defect = test.Defect,
        Techniques = new Techniques
        {
            Barrier = test.Barrier,
            Marking = test.Marking,
            ConcurrentSweeping = test.ConcurrentSweeping,
            Compaction = test.Compaction,
        },
    };

    /// <summary>Registers are a stack of roots; those that the heap was drawn with move there.</summary>
    private long TakeRegisters(int mutator)
    {
        var heap = _drawn.Heap;
        var registers = heap.Side.Take(LitmusSyntax.Registers + 1);
        _ends.Add(registers + (LitmusSyntax.Registers * sizeof(long)));
        heap.Roots.Add(registers, LitmusSyntax.Registers, RootKind.Stack);
        for (var i = 0; i < LitmusSyntax.Registers; i++)
        {
            var slot = _drawn.RootSlot(mutator == 0 ? $"r{i}" : $"m{mutator}-r{i}");
            if (slot != 0)
            {
                (heap.Owned(registers + (i * 8L)), heap.Owned(slot)) = (heap.Owned(slot), 0);
            }
        }

        return registers;
    }
}
