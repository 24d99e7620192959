using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Tests.Heap.Verifying;

/// <summary>Ways to break a drawn heap, and the rule that each breaks.</summary>
internal static class HeapDefects
{
    /// <summary>The heap to break: every space has an object.</summary>
    public const string Picture =
        "root r0 -> a; a old 3; a.0 -> b; a.1 -> c; a.2 -> f; c large; c.0 -> d; c.63 -> b; b young 6; b.0 -> g; "
        + "d intermediate; d.0 -> e; e new-large; f read-only; g code";

    public static IReadOnlyDictionary<string, (HeapRule Rule, Action<DrawnHeap> Break)> All { get; } =
        new Dictionary<string, (HeapRule, Action<DrawnHeap>)>(StringComparer.Ordinal)
        {
            ["a page counted twice"] = (HeapRule.PageChain, drawn => drawn.Heap.Old.State.Pages.Count++),
            ["a broken back link"] = (HeapRule.PageChain, drawn => PageOf(drawn, "a").Previous = 8),
            ["a chain that leaves the pages"] = (HeapRule.PageChain, drawn => PageOf(drawn, "a").Next = 4096),
            ["a page in no space"] = (HeapRule.PageOwnership, drawn => drawn.Heap.Pages.Take(SpaceId.Old, 1)),
            ["a page in two spaces"] = (HeapRule.PageOwnership, drawn => drawn.Heap.Old.State.Pages.First = drawn.Heap.PageOf(drawn["g"])),
            ["a page of another space"] = (HeapRule.PageHeader, drawn => PageOf(drawn, "a").Space = (long)SpaceId.Code),
            ["an old page flagged young"] = (HeapRule.PageHeader, drawn => PageOf(drawn, "a").Flags = (long)PageFlags.Young),
            ["an old page of which some is below the age mark"] = (HeapRule.PageHeader, drawn => PageOf(drawn, "a").Flags = (long)PageFlags.BelowAgeMark),
            ["an old page that was to become old as it is"] = (HeapRule.PageHeader, drawn => PageOf(drawn, "a").Flags = (long)PageFlags.PromotedWhole),
            ["a young page that was to become old as it is"] = (HeapRule.PageHeader, drawn => PageOf(drawn, "b").Flags |= (long)PageFlags.PromotedWhole),
            ["a claim left on a large page"] = (HeapRule.PageHeader, drawn => PageOf(drawn, "e").ClaimedHeader = 8),
            ["a further page without its chunk"] = (HeapRule.PageHeader, drawn => drawn.Heap.Page(drawn["c"]).Flags = 0),
            ["a forwarded object"] = (HeapRule.ObjectWalk, drawn => drawn.Heap.Owned(drawn["a"]) = Tagged.FromAddress(drawn["b"])),
            ["an object that overruns its page"] = (HeapRule.ObjectWalk, drawn => SetSize(drawn, "a", 65)),
            ["a header without a size"] = (HeapRule.ObjectWalk, drawn => SetSize(drawn, "b", 0)),
            ["a large object of another size"] = (HeapRule.ObjectWalk, drawn => SetSize(drawn, "c", 64)),
            ["an object of one word"] = (HeapRule.ObjectSize, MakeOneWordObject),
            ["a byte count off by a word"] = (HeapRule.PageBytes, drawn => PageOf(drawn, "a").AllocatedBytes += 8),
            ["free bytes off by a word"] = (HeapRule.FreeBytes, drawn => PageOf(drawn, "a").FreeBytes += 8),
            ["waste that no filler accounts for"] = (HeapRule.WastedBytes, drawn => PageOf(drawn, "a").WastedBytes += 8),
            ["marks that the live bytes do not have"] = (HeapRule.LiveBytes, drawn => MakePending(drawn).LiveBytes -= 8),
            ["live bytes on a page that was swept"] = (HeapRule.LiveBytes, drawn => PageOf(drawn, "a").LiveBytes = 32),
            ["live bytes on a large page"] = (HeapRule.LiveBytes, drawn => PageOf(drawn, "c").LiveBytes = 512),
            ["live bytes on a young page"] = (HeapRule.LiveBytes, drawn => PageOf(drawn, "b").LiveBytes = 56),
            ["a space that counts too much cut off"] = (HeapRule.SpaceBytes, drawn => drawn.Heap.Old.State.TrimmedBytes += 8),
            ["a space that counts too much"] = (HeapRule.SpaceBytes, drawn => drawn.Heap.Old.State.AllocatedBytes += 8),
            ["a large space that counts too much"] = (HeapRule.SpaceBytes, drawn => drawn.Heap.Large.State.CommittedBytes += 8),
            ["an area in a foreign page"] = (HeapRule.AllocationArea, drawn => drawn.Heap.Code.State.Area = drawn.Heap.Old.State.Area),
            ["an area behind its top"] = (HeapRule.AllocationArea, drawn => drawn.Heap.New.State.Area.Limit -= 8),
            ["a used page too many"] = (HeapRule.NewSpaceUsedBytes, drawn => drawn.Heap.New.State.PagesUsed++),
            ["a parked rest over an object"] = (HeapRule.ParkedRest, Park),
            ["an age mark in old space"] = (HeapRule.AgeMark, drawn => drawn.Heap.New.State.AgeMarkPage = drawn.Heap.PageOf(drawn["a"])),
            ["an age mark whose page has no flag"] = (HeapRule.AgeMark, drawn => PageOf(drawn, "d").Flags &= ~(long)PageFlags.BelowAgeMark),
            ["a block that was written to"] = (HeapRule.FreeBlock, drawn => drawn.Heap.Owned(FreeBlock(drawn)) = ObjectHeader.Encode(LayoutKind.RawFields, 60, 0)),
            ["a block in a circle"] = (HeapRule.FreeBlock, LinkBlockToItself),
            ["a block in the wrong category"] = (HeapRule.FreeBlock, drawn => drawn.Heap.Owned(FreeBlock(drawn) + 8) = Tagged.SmallInteger(64)),
            ["a page missing from its category"] = (HeapRule.FreeListLinks, drawn => drawn.Heap.FreeList.Unlink(drawn.Heap.Old.State.Categories, drawn.Heap.PageOf(FreeBlock(drawn)))),
            ["a page of another space in a category"] = (HeapRule.FreeListLinks, LinkForeignPage),
            ["a pointer into an object"] = (HeapRule.PointerTarget, drawn => Point(drawn, "a", 0, drawn["b"] + 8)),
            ["a pointer to free words"] = (HeapRule.PointerTarget, drawn => Point(drawn, "b", 0, drawn.Heap.Old.State.Area.Top)),
            ["a pointer out of the pages"] = (HeapRule.PointerTarget, drawn => Point(drawn, "d", 0, 64)),
            ["a root that misses its object"] = (HeapRule.PointerTarget, drawn => drawn.Heap.Owned(drawn.RootSlot("r0")) += 8),
            ["a flip without a copy"] = (HeapRule.FromSpacePointer, drawn => drawn.Heap.New.Flip()),
            ["an immortal object that points out"] = (HeapRule.ReadOnlyPointer, drawn => Point(drawn, "f", 0, drawn["a"])),
            ["an object with pointers among data"] = (HeapRule.DataPointer, drawn => PageOf(drawn, "a").Space = (long)SpaceId.OldData),
            ["a forgotten slot"] = (HeapRule.RememberedSetComplete, drawn => drawn.Heap.OldToNew.Remove(drawn.Slot("a", 0))),
            ["a forgotten slot far into a large object"] = (HeapRule.RememberedSetComplete, drawn => drawn.Heap.OldToNew.Remove(drawn.Slot("c", 63))),
            ["a remembered header"] = (HeapRule.RememberedSlot, drawn => drawn.Heap.OldToNew.InsertOwned(drawn["a"])),
            ["a remembered free word"] = (HeapRule.RememberedSlot, drawn => drawn.Heap.OldToNew.InsertOwned(drawn.Slot("a", 3))),
            ["a remembered young slot"] = (HeapRule.RememberedSlot, drawn => drawn.Heap.OldToNew.InsertOwned(drawn.Slot("b", 0))),
            ["invalidated slots of a word"] = (HeapRule.InvalidatedSlots, drawn => drawn.Heap.InvalidatedToNew.Register(drawn.Slot("a", 0))),
            ["invalidated slots of a young object"] = (HeapRule.InvalidatedSlots, drawn => drawn.Heap.InvalidatedToNew.Register(drawn["b"])),
            ["invalidated old-to-old slots between cycles"] = (HeapRule.CompactionLeftover, drawn => drawn.Heap.InvalidatedToOld.Register(drawn["a"])),
            ["a page that a marker never left"] = (HeapRule.Lock, drawn => new PageLock(drawn.Heap, drawn["a"]).TryLockShared()),
            ["a slot in a closed bucket"] = (HeapRule.SlotBucket, drawn => drawn.Heap.OldToOld.Insert(drawn.Slot("a", 0))),
            ["an old-to-old slot between cycles"] = (HeapRule.CompactionLeftover, drawn => drawn.Heap.OldToOld.InsertOwned(drawn.Slot("a", 0))),
            ["a candidate between cycles"] = (HeapRule.CompactionLeftover, drawn => PageOf(drawn, "a").Flags |= (long)PageFlags.EvacuationCandidate),
            ["a mark between cycles"] = (HeapRule.MarkBits, drawn => drawn.Heap.MarkBits.SetOwned(drawn["b"], Color.Grey)),
            ["a mark on a free page"] = (HeapRule.MarkBits, MarkFreePage),
            ["a black object that points to a white one"] = (HeapRule.BlackToWhite, drawn => Blacken(drawn, BarrierDuties.Marking, "a", "b", "f")),
            ["a black object whose candidate slot is missing"] = (HeapRule.CandidateSlot, MarkAndForgetSlot),
            ["a sweeper in the middle of a page"] = (HeapRule.Sweeping, drawn => MakePending(drawn).SweepState = (long)SweepState.InProgress),
            ["a grey object on a page to be swept"] = (HeapRule.Sweeping, drawn => MakePending(drawn, color: Color.Grey)),
            ["a page to be swept that is in no list"] = (HeapRule.SweepLists, drawn => drawn.Heap.Sweeping.State.Old.Next = MakePending(drawn).NextToSweep),
            ["a page to be swept although none is"] = (HeapRule.SweepLists, ForgetSweeping),
            ["a swept page that waits in no list"] = (HeapRule.SweepLists, drawn => PageOf(drawn, "a").SweepState = (long)SweepState.Swept),
            ["a held lock"] = (HeapRule.Lock, drawn => drawn.Heap.TryLock(drawn.Heap.Old.LockAddress, 0)),
            ["a collection that never ended"] = (HeapRule.Lock, drawn => drawn.Heap.New.State.InCollection = 1),
            ["a backing store of an object that is no buffer"] = (HeapRule.BackingStore, drawn => drawn.Heap.External.TakeStore(drawn["b"], 16)),
            ["a buffer whose backing store is in no list"] = (HeapRule.BackingStore, drawn => MakeBuffer(drawn).Young = default),
            ["a list of backing stores that counts too much"] = (HeapRule.BackingStore, drawn => MakeBuffer(drawn).Young.Bytes += 8),
            ["a young buffer whose backing store is in the list of the old"] = (HeapRule.BackingStore, drawn => MakeOld(ref MakeBuffer(drawn))),
            ["a root range out of bounds"] = (HeapRule.RootRange, drawn => drawn.Heap.Roots.SetWords(0, 1 << 20)),
        };

    /// <summary>Turns object b into an array buffer with a backing store.</summary>
    private static ref ExternalMemoryState MakeBuffer(DrawnHeap drawn)
    {
        var heap = drawn.Heap;
        heap.Owned(drawn["b"]) = ObjectHeader.Encode(LayoutKind.ArrayBuffer, 7, 0);
        heap.Owned(drawn["b"] + (8 * BackingStore.BufferWord)) = heap.External.TakeStore(drawn["b"], 16);
        return ref heap.Control.External;
    }

    private static void MakeOld(ref ExternalMemoryState state) => (state.Young, state.Old) = (default, state.Young);

    /// <summary>Turns the page of object a into one that awaits its sweeper, with a as its one live object.</summary>
    public static ref PageHeader MakePending(DrawnHeap drawn, long liveBytes = 32, Color color = Color.Black)
    {
        var (heap, page) = (drawn.Heap, drawn.Heap.PageOf(drawn["a"]));
        heap.Old.RetireArea();
        heap.MarkBits.SetOwned(drawn["a"], color);
        heap.Page(page).LiveBytes = liveBytes;
        heap.Old.AwaitSweeping(page);
        heap.Sweeping.Add(page);
        heap.Sweeping.State.IsUnderWay = 1;
        return ref heap.Page(page);
    }

    private static ref PageHeader PageOf(DrawnHeap drawn, string name) => ref drawn.Heap.Page(drawn[name]);

    private static void Blacken(DrawnHeap drawn, BarrierDuties duties, params string[] names)
    {
        drawn.Heap.Control.Barrier.Duties = (long)duties;
        Array.ForEach(names, name => drawn.Heap.MarkBits.SetOwned(drawn[name], Color.Black));
    }

    private static void MarkAndForgetSlot(DrawnHeap drawn)
    {
        Blacken(drawn, BarrierDuties.Marking | BarrierDuties.Compacting, "c", "d", "b", "g", "e", "a", "f");
        drawn.Heap.Old.RetireArea();
        drawn.Heap.FreeList.Unlink(drawn.Heap.Old.State.Categories, drawn.Heap.PageOf(drawn["a"]));
        PageOf(drawn, "a").Flags |= (long)PageFlags.EvacuationCandidate;
        Point(drawn, "c", 1, drawn["a"]);
    }

    private static void SetSize(DrawnHeap drawn, string name, int words) =>
        drawn.Heap.Owned(drawn[name]) = ObjectHeader.Encode(LayoutKind.TaggedFields, words, 0);

    private static void MakeOneWordObject(DrawnHeap drawn)
    {
        SetSize(drawn, "b", 1);
        drawn.Heap.Owned(drawn.Slot("b", 0)) = ObjectHeader.Encode(LayoutKind.RawFields, 6, 0);
    }

    private static void Point(DrawnHeap drawn, string name, int field, long target) =>
        drawn.Heap.Owned(drawn.Slot(name, field)) = Tagged.FromAddress(target);

    private static void Park(DrawnHeap drawn)
    {
        drawn.Heap.Owned(drawn.Heap.New.State.Parked) = drawn["b"];
        drawn.Heap.Owned(drawn.Heap.New.State.Parked + 8) = 56;
        drawn.Heap.New.State.ParkedCount = 1;
    }

    private static long FreeBlock(DrawnHeap drawn)
    {
        var block = drawn.Heap.Old.State.Area.Top;
        drawn.Heap.Old.RetireArea();
        return block;
    }

    private static void ForgetSweeping(DrawnHeap drawn)
    {
        MakePending(drawn);
        drawn.Heap.Sweeping.State.IsUnderWay = 0;
    }

    private static void LinkBlockToItself(DrawnHeap drawn)
    {
        var block = FreeBlock(drawn);
        drawn.Heap.Owned(block + 16) = block;
    }

    private static void LinkForeignPage(DrawnHeap drawn)
    {
        var heap = drawn.Heap;
        heap.Code.RetireArea();
        heap.Owned(heap.Old.State.Categories) = heap.PageOf(drawn["g"]);
    }

    private static void MarkFreePage(DrawnHeap drawn)
    {
        var page = drawn.Heap.Pages.Take(SpaceId.Old, 1);
        drawn.Heap.Pages.Return(page, 1);
        drawn.Heap.MarkBits.SetOwned(page + 64, Color.Grey);
    }
}
