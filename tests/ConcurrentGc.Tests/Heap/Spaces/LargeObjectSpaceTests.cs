using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

public sealed class LargeObjectSpaceTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);

    [Theory]
    [InlineData(264, 1)]
    [InlineData(512, 1)]
    [InlineData(520, 2)]
    [InlineData(1544, 4)]
    public void An_object_takes_as_many_pages_as_it_needs(int bytes, int pages)
    {
        Allocate(_heap.Large, bytes);

        Assert.Equal(pages, _heap.Control.PagesEverUsed);
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void On_node_pages_the_prefix_of_the_first_page_counts()
    {
        using var heap = new SharedHeap(Geometry.Node20);

        Assert.Equal(1, heap.Large.PagesFor(262_144 - 4_424));
        Assert.Equal(2, heap.Large.PagesFor(262_144 - 4_424 + 8));
        Assert.Equal(139_264, heap.Large.CommittedFor(131_080));
    }

    [Fact]
    public void Every_page_of_a_young_object_is_young()
    {
        var address = Allocate(_heap.NewLarge, 1200);

        Assert.True(_heap.IsYoung(address));
        Assert.True(_heap.IsYoung(address + 1192));
    }

    [Fact]
    public void A_promoted_object_is_old_on_every_page_and_counted_there()
    {
        var address = Allocate(_heap.NewLarge, 1200);
        _heap.NewLarge.Flip();

        _heap.Large.TakeOver(_heap.NewLarge, _heap.PageOf(address));

        Assert.False(_heap.IsYoung(address));
        Assert.False(_heap.IsYoung(address + 1192));
        Assert.Equal((0, 1200), (_heap.NewLarge.State.ObjectBytes, _heap.Large.State.ObjectBytes));
        Assert.Equal((0, 1200), (_heap.NewLarge.State.CommittedBytes, _heap.Large.State.CommittedBytes));
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void Flipped_objects_are_in_from_space_on_every_page()
    {
        var address = Allocate(_heap.NewLarge, 1200);

        _heap.NewLarge.Flip();

        Assert.Equal(PageFlags.Large | PageFlags.Young | PageFlags.From, _heap.Flags(address + 1192));
    }

    [Fact]
    public void A_freed_object_gives_all_pages_back_without_slots_and_marks()
    {
        var address = Allocate(_heap.Large, 1200);
        _heap.OldToNew.InsertOwned(address + 1192);
        _heap.OldToOld.InsertOwned(address + 600);
        _heap.MarkBits.SetOwned(address, Color.Black);

        _heap.Large.Free(_heap.PageOf(address));

        Assert.Equal(0, _heap.Large.State.Objects.Count);
        Assert.Equal(address, Allocate(_heap.Large, 1200));
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void An_object_that_finds_no_gap_is_refused()
    {
        Assert.Equal(0, _heap.Large.Allocate(512L * 129));
        Assert.NotEqual(0, _heap.Large.Allocate(512L * 128));
    }

    public void Dispose() => _heap.Dispose();

    private long Allocate(LargeObjectSpace space, int bytes)
    {
        var address = space.Allocate(bytes);
        Assert.NotEqual(0, address);
        _heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawFields, bytes / 8, 0);
        return address;
    }
}
