using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Litmus;

public sealed class DrawnHeapTests
{
    private const string Picture =
        "root r0 -> a; root other -> c; a old 3; a.0 -> b; a.1 = 7; c large; c.0 -> d; c.63 -> a; "
        + "b young; b.0 -> b; d intermediate; d.0 -> e; d.1 -> f; e new-large; f read-only";

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
    public void Unnumbered_fields_and_unnamed_roots_count_up()
    {
        using var drawn = DrawnHeap.Draw("root -> a; root -> b; a -> b; a -> a");

        Assert.Equal("root r0 -> a; root r1 -> b; a young; a.0 -> b; a.1 -> a; b young", drawn.Print());
    }

    [Fact]
    public void What_is_no_statement_is_refused_with_its_text()
    {
        var failure = Assert.Throws<ArgumentException>(() => DrawnHeap.Draw("root -> a; a => b"));

        Assert.Contains("'a => b'", failure.Message, StringComparison.Ordinal);
    }

    private static Geometry Of(string name) => string.Equals(name, "tiny", StringComparison.Ordinal) ? Geometry.Tiny : Geometry.Node20;
}
