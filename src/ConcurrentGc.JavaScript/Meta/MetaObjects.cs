using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Shapes;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Meta;

// Note [Meta objects].
//
// Where spaces go by content, what V8 knows of a program lies on the heap, too, each kind in its space:
//
//   map object      one a shape: points to the prototype and to the map object of the shape before
//   property cell   one a global of the language: points to its value
//   cell            one a function of the text, for all its closures: points to the function's code once it is hot
//   code object     of a function that was optimized: embeds pointers to the map objects of the shapes that it checks, to
//                   the property cells of the globals and to the constants that it uses. A large one lies in large-object
//                   space. When its code is thrown away the cell lets go of it, and a full collection frees it
//
// They are allocated old, by the mutator while it runs: on pages that are swept and linked, which nobody else touches then.
// They are born white. Map objects and cells are roots, which the pause visits, so a cycle that is under way keeps them; a
// code object is stored into its cell through the barrier, and before that kept for a snapshot, as the cell may have been
// scanned. The instructions of a code object are zeros, which a collector reads as small integers.
//
// Departures: V8 drops maps that nothing uses, and holds map objects and cells weakly in optimized code; here shapes live
// for ever, so that makes no difference. Unoptimized code has no object. The program pays nothing for any of them.
// Source: V8 3.28, heap.cc (AllocateMap, AllocateCell), objects.cc (Code::IsWeakObjectInOptimizedCode).

/// <summary>Map objects, cells and code objects of a program. All state is words. Owner: the mutator.</summary>
/// <param name="heap">The heap.</param>
/// <param name="state">The program's words.</param>
internal sealed unsafe class MetaObjects(SharedHeap heap, MachineState* state)
{
    /// <summary>Whether the heap has spaces for them.</summary>
    public bool ArePresent => state->Maps != 0;

    /// <summary>Takes the words of a program, which has no shape yet.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="state">The program's words.</param>
    public static void SetUp(SharedHeap heap, MachineState* state)
    {
        if (heap.Geometry.HasSpacesByContent)
        {
            state->Maps = heap.Side.Take(ShapeTable.MaximumShapes);
            state->MapRange = heap.Roots.Add(state->Maps, 0);
        }
    }

    /// <summary>Makes the map object of a shape.</summary>
    /// <param name="index">Its index.</param>
    /// <param name="shape">The shape.</param>
    /// <param name="prototype">Tagged word of its prototype.</param>
    public void MakeMap(int index, in Shape shape, long prototype)
    {
        if (!ArePresent)
        {
            return;
        }

        var map = Allocate(heap.Map, MetaLayout.MapHeader, MetaLayout.MapWords);
        Put(map, MetaLayout.MapInstanceWords, Tagged.SmallInteger((int)(ObjectHeader.FixedBytes(shape.Header) / sizeof(long))));
        Put(map, MetaLayout.MapProperties, Tagged.SmallInteger(shape.Properties));
        Put(map, MetaLayout.MapPrototype, prototype);
        Put(map, MetaLayout.MapParent, shape.Parent < 0 ? Tagged.Zero : MapOf(shape.Parent));
        heap.Owned(state->Maps + (index * sizeof(long))) = Tagged.FromAddress(map);
        heap.Roots.SetWords((int)state->MapRange, state->ShapeCount);
    }

    /// <summary>The map object of a shape.</summary>
    /// <param name="index">Its index.</param>
    public long MapOf(int index) => heap.Owned(state->Maps + (index * sizeof(long)));

    /// <summary>Makes the cells of a program, at load.</summary>
    /// <param name="functions">How many functions its text has.</param>
    /// <param name="globals">Values of the globals of the language.</param>
    public void MakeCells(int functions, IReadOnlyList<long> globals)
    {
        if (!ArePresent)
        {
            return;
        }

        state->Cells = heap.Side.Take(functions);
        heap.Roots.Add(state->Cells, functions);
        for (var i = 0; i < functions; i++)
        {
            heap.Owned(state->Cells + (i * sizeof(long))) =
                Tagged.FromAddress(Allocate(heap.Cell, MetaLayout.CellHeader, MetaLayout.CellWords));
        }

        state->PropertyCells = heap.Side.Take(globals.Count);
        heap.Roots.Add(state->PropertyCells, globals.Count);
        for (var i = 0; i < globals.Count; i++)
        {
            var cell = Allocate(heap.PropertyCell, MetaLayout.PropertyCellHeader, MetaLayout.PropertyCellWords);
            Put(cell, MetaLayout.CellValue, globals[i]);
            heap.Owned(state->PropertyCells + (i * sizeof(long))) = Tagged.FromAddress(cell);
        }
    }

    /// <summary>The property cell of a global.</summary>
    /// <param name="index">Its place among the globals of <see cref="MakeCells"/>.</param>
    public long PropertyCellOf(int index) => heap.Owned(state->PropertyCells + (index * sizeof(long)));

    /// <summary>A function was optimized: makes its code object, which its cell keeps.</summary>
    /// <param name="function">Its number in the text.</param>
    /// <param name="bytecodeBytes">Bytes of its bytecode.</param>
    /// <param name="embedded">Tagged words that its instructions embed.</param>
    public void MakeCode(int function, int bytecodeBytes, IReadOnlyCollection<long> embedded)
    {
        var instructions = ((bytecodeBytes * MetaLayout.CodeBytesForByte) / sizeof(long)) + embedded.Count;
        var words = MetaLayout.CodePrefixWords + instructions;
        var code = Allocate(heap.Code, MetaLayout.CodeHeader(words), words);
        var (at, distance) = (MetaLayout.CodePrefixWords, instructions / Math.Max(1, embedded.Count));
        foreach (var word in embedded)
        {
            Put(code, at, word);
            at += distance;
        }

        WriteBarrier.KeepForSnapshot(heap, Tagged.FromAddress(code));
        PutCode(function, Tagged.FromAddress(code));
    }

    /// <summary>The code of a function was thrown away.</summary>
    /// <param name="function">Its number in the text.</param>
    public void DropCode(int function) => PutCode(function, Tagged.Zero);

    private void PutCode(int function, long word) =>
        Put(Tagged.Address(heap.Owned(state->Cells + (function * sizeof(long)))), MetaLayout.CellValue, word);

    private void Put(long address, int index, long word) => WriteBarrier.Store(heap, address, address + (index * sizeof(long)), word);

    private long Allocate(PagedSpace space, long header, int words)
    {
        var bytes = words * (long)sizeof(long);
        var isLarge = bytes > heap.Geometry.MaximumRegularObjectBytes;
        var address = isLarge ? heap.Large.Allocate(bytes) : 0;
        if (isLarge ? address == 0 : !space.TryAllocate(bytes, AllocationOrigin.Mutator, out address))
        {
            throw new MachineLimit("more maps, cells and code than the heap has pages for");
        }

        new Span<long>(heap.Start + address, words).Clear();
        heap.Owned(address) = header;
        return address;
    }
}
