using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Memory;

public sealed class HeapControlTests
{
    [Fact]
    public void Named_offsets_are_where_the_members_are()
    {
        var control = default(HeapControl);

        Assert.Equal(Distance(ref control, ref control.New), HeapControl.OffsetOf(nameof(HeapControl.New)));
        Assert.Equal(Distance(ref control, ref control.Old), HeapControl.OffsetOf(nameof(HeapControl.Old)));
        Assert.Equal(Distance(ref control, ref control.Code), HeapControl.OffsetOf(nameof(HeapControl.Code)));
        Assert.Equal(Distance(ref control, ref control.ReadOnly), HeapControl.OffsetOf(nameof(HeapControl.ReadOnly)));
        Assert.Equal(Distance(ref control, ref control.NewLarge), HeapControl.OffsetOf(nameof(HeapControl.NewLarge)));
        Assert.Equal(Distance(ref control, ref control.Large), HeapControl.OffsetOf(nameof(HeapControl.Large)));
        Assert.Equal(Distance(ref control, ref control.Roots), HeapControl.OffsetOf(nameof(HeapControl.Roots)));
    }

    [Fact]
    public void Lock_addresses_are_those_of_the_lock_words()
    {
        using var heap = new ConcurrentGc.Heap.SharedHeap(Geometry.Tiny);

        heap.Owned(heap.New.LockAddress) = 1;
        heap.Owned(heap.Old.LockAddress) = 2;
        heap.Owned(heap.Code.LockAddress) = 3;

        Assert.Equal((1, 2, 3), (heap.New.State.Lock, heap.Old.State.Lock, heap.Code.State.Lock));
    }

    [Fact]
    public void The_page_header_has_its_words_where_the_slot_sets_look()
    {
        var header = default(PageHeader);

        Assert.Equal(PageHeader.Words * 8, Unsafe.SizeOf<PageHeader>());
        Assert.Equal(SlotSet.OldToNewBucketsOffset, Distance(ref header, ref header.OldToNewBuckets));
        Assert.Equal(SlotSet.OldToOldBucketsOffset, Distance(ref header, ref header.OldToOldBuckets));
        Assert.Equal(SlotSet.InvalidatedToNewBucketsOffset, Distance(ref header, ref header.InvalidatedToNewBuckets));
        Assert.Equal(SlotSet.InvalidatedToOldBucketsOffset, Distance(ref header, ref header.InvalidatedToOldBuckets));
        Assert.Equal(PageLock.Offset, Distance(ref header, ref header.ChangeLock));
        Assert.Equal(0, Distance(ref header, ref header.Flags));
    }

    private static long Distance<TWhole, TPart>(ref TWhole whole, ref TPart part) =>
        Unsafe.ByteOffset(ref Unsafe.As<TWhole, byte>(ref whole), ref Unsafe.As<TPart, byte>(ref part));
}
