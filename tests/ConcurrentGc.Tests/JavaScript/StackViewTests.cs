using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed class StackViewTests
{
    [Fact]
    public void A_refused_allocation_shows_the_frames_and_their_locals()
    {
        const string source = "function inner(n) {\n  const twice = n * 2;\n  return { twice };\n}\nfunction outer(m) {\n  return inner(m + 1);\n}\nouter(20);";
        using var heap = new SharedHeap(Geometry.Node20);
        heap.New.SetUp(4);
        var tables = new WorldTables();
        var program = JavaScriptProgram.Load(heap, tables, "program.js", source, new JavaScriptOptions());
        var context = new ProgramContext { CollectionInterval = 3, AllocationsLeft = 2 };
        var turn = new PlainTurn(heap, tables);

        Assert.Equal(ProgramStop.NeedsCollection, program.Run(ref context, ref turn));

        var frames = program.DescribeStack(heap, tables);
        Assert.Equal("inner outer (module)", string.Join(" ", frames.Select(each => each.Function)));
        Assert.Equal([3, 6, 8], frames.Select(each => each.Line));
        Assert.Equal([("n", Tagged.SmallInteger(21)), ("twice", Tagged.SmallInteger(42))], frames[0].Locals);
    }
}
