using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;
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
    /// <exception cref="ArgumentException">Its heap is no drawing, or it has store buffers and the checks are off.</exception>
    public LitmusWorld(LitmusTest test, bool keepsDeadWords = false)
    {
        Test = test;
        var counter = Checks.Enabled ? new AccessCounter() : null;
        var geometry = Geometry with { SegmentEntries = test.SegmentEntries };
        _drawn = DrawnHeap.Draw(test.Heap, geometry, counter);
        Host = new ExploreHost(_drawn.Heap, counter) { KeepsDeadWords = keepsDeadWords };
        var inspector = Host.Tables.Add(new VerifyingInspector(_drawn.Heap));
        var programs = test.Programs.Select((operations, mutator) =>
            new LitmusProgram(Host.Tables.Add(new LitmusText(operations, mutator, test.Defect)), TakeRegisters(mutator, test.Defect)));
        new World(_drawn.Heap, Settings(test, geometry)).Build<LitmusProgram>(Host, inspector, [.. programs]);
        if (test.Memory == MemoryModel.Tso)
        {
            Host.AddStoreBuffer(CoreGroup.Main(0)); // behind all others, which have their numbers
        }

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

    /// <summary>The test.</summary>
    public LitmusTest Test { get; }

    /// <summary>Draws a heap, to see whether it can be drawn.</summary>
    /// <param name="text">Its statements.</param>
    /// <returns>The text.</returns>
    /// <exception cref="FormatException">A statement is none, or there is no room; the message says what was found and what is allowed.</exception>
    public static string CheckHeap(string text)
    {
        try
        {
            using var drawn = DrawnHeap.Draw(text, Geometry);
            return text;
        }
        catch (Exception problem) when (problem is InvalidOperationException or CheckFailedException)
        {
            throw new FormatException($"found a heap that cannot be drawn ({problem.Message}), allowed: one with room for its objects", problem);
        }
    }

    /// <summary>The host.</summary>
    public ExploreHost Host { get; }

    /// <summary>Its states.</summary>
    public WorldSpace Space { get; }

    /// <summary>The heap, as it was drawn.</summary>
    internal DrawnHeap Drawn => _drawn;

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

    private static WorldSettings Settings(LitmusTest test, Geometry geometry) => new()
    {
        Geometry = geometry,
        Helpers = test.Helpers,
        InitialSemispaceBytes = Geometry.MinimumSemispacePages * Geometry.PageBytes,
        MaximumSemispaceBytes = Geometry.MaximumSemispacePages * Geometry.PageBytes,
        MaximumOldBytes = 6 * Geometry.PageBytes,
        InitialOldBytes = 4 * Geometry.PageBytes,
        GrowingStepBytes = Geometry.PageBytes,
        VerifyHeap = true,
        LastResorts = 1,
        EvacuationAbortedAfter = test.EvacuationAbortedAfter,
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
    private long TakeRegisters(int mutator, Defect defect)
    {
        var heap = _drawn.Heap;
        var registers = heap.Side.Take(LitmusSyntax.Registers + 1);
        _ends.Add(registers + (LitmusSyntax.Registers * sizeof(long)));
        var hidden = defect == Defect.UntrackedRoot ? 1 : 0;
        heap.Roots.Add(registers, LitmusSyntax.Registers - hidden, RootKind.Stack);
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
