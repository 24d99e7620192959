using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Litmus;

public sealed class DrawnHeapTests
{
    private const string Picture =
        "root r0 -> a; root other -> c; a old 3; a.0 -> b; a.1 = 7; c large; c.0 -> d; c.63 -> a; "
        + "b young; b.0 -> b; d intermediate; d.0 -> e; d.1 -> f; e new-large; f read-only";

    private const string Layouts =
        "root r0 -> a; a young array 3; a.1 -> t; t old table; t.1 = 1; t.3 = 1; t.4 -> w; t.5 -> c; w young weak; w.2 -> c; c young changeable";

    [Theory]
    [InlineData("tiny")]
    [InlineData("node20")]
    public void A_drawn_heap_prints_its_own_text(string geometry)
    {
        using var drawn = DrawnHeap.Draw(Picture, Of(geometry));

        Assert.Equal(Picture, drawn.Print());
    }

    [Theory]
    [InlineData("tiny")]
    [InlineData("node20")]
    public void A_drawn_heap_passes_verification(string geometry)
    {
        using var drawn = DrawnHeap.Draw(Picture, Of(geometry));

        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());
    }

    [Fact]
    public void Objects_are_drawn_with_their_layouts()
    {
        using var drawn = DrawnHeap.Draw("root -> a; a array 3; a.1 -> t; t old table; t.4 -> w; t.5 -> c; w weak; w.2 -> c; c changeable");

        Assert.Equal(Layouts, drawn.Print());
        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());
    }

    [Fact]
    public void Sparse_objects_of_one_kind_share_a_page_with_nobody_else()
    {
        using var drawn = DrawnHeap.Draw("root -> a; root -> b; root -> c; root -> d; a old; b sparse; c sparse-2; d sparse");

        Assert.Equal(drawn.Heap.PageOf(drawn["b"]), drawn.Heap.PageOf(drawn["d"]));
        Assert.NotEqual(drawn.Heap.PageOf(drawn["b"]), drawn.Heap.PageOf(drawn["a"]));
        Assert.NotEqual(drawn.Heap.PageOf(drawn["b"]), drawn.Heap.PageOf(drawn["c"]));
        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());
    }

    [Fact]
    public void Unnumbered_fields_and_unnamed_roots_count_up()
    {
        using var drawn = DrawnHeap.Draw("root -> a; root -> b; a -> b; a -> a");

        Assert.Equal("root r0 -> a; root r1 -> b; a young; a.0 -> b; a.1 -> a; b young", drawn.Print());
    }

    [Fact]
    public void What_is_no_statement_is_refused_with_its_text()
    {
        var failure = Assert.Throws<FormatException>(() => DrawnHeap.Draw("root -> a; a => b"));

        Assert.Contains("'a => b'", failure.Message, StringComparison.Ordinal);
    }

    private static Geometry Of(string name) => string.Equals(name, "tiny", StringComparison.Ordinal) ? Geometry.Tiny : Geometry.Node20;
}
