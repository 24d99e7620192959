using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Mutating;

/// <summary>The steps of a change in place, by what changes and what goes on meanwhile.</summary>
public sealed class LayoutChangeTests : IDisposable
{
    private const BarrierDuties Compacting = BarrierDuties.Marking | BarrierDuties.Compacting;
    private static readonly long _rawHeader = ObjectHeader.Encode(LayoutKind.RawFields, 4, 0);

    private readonly DrawnHeap _drawn = DrawnHeap.Draw("root -> o; o old 9; o.0 -> a; o.4 -> a; root -> a; a young 9", Scene.Roomy, null);

    private SharedHeap Heap => _drawn.Heap;

    [Fact]
    public void Cut_off_words_become_a_gap_before_the_length_says_so()
    {
        MakeArray("a");

        Assert.Equal(
            [LayoutStep.FillSize, LayoutStep.FillNext, LayoutStep.FillHeader, LayoutStep.Publish], Steps(LayoutChange.Trim(Heap, _drawn["a"], 3)));
        Assert.Equal(3, Tagged.ToInteger(Heap.Owned(_drawn["a"] + 8)));
        Assert.Equal(LayoutKind.FreeBlock, ObjectHeader.Layout(Heap.Owned(_drawn["a"] + 40)));
    }

    [Theory]
    [InlineData(7)]
    [InlineData(6)]
    public void A_small_gap_is_a_filler(int length)
    {
        MakeArray("a");

        Assert.Equal([LayoutStep.FillHeader, LayoutStep.Publish], Steps(LayoutChange.Trim(Heap, _drawn["a"], length)));
        Assert.Equal(LayoutKind.Filler, ObjectHeader.Layout(Heap.Owned(_drawn["a"] + 16 + (8 * length))));
    }

    [Fact]
    public void Trimming_takes_no_lock_and_forgets_the_slots_that_it_cuts_off_only()
    {
        MakeArray("o");
        Heap.OldToNew.InsertOwned(_drawn.Slot("o", 1));
        Heap.Control.Barrier.Duties = (long)Compacting;

        Assert.DoesNotContain(LayoutStep.LockPage, Steps(LayoutChange.Trim(Heap, _drawn["o"], 2)));
        Assert.True(Heap.OldToNew.Contains(_drawn.Slot("o", 1)));
        Assert.False(Heap.OldToNew.Contains(_drawn.Slot("o", 4)));
        Assert.False(Heap.InvalidatedToNew.HasAny(Heap.PageOf(_drawn["o"])));
    }

    [Fact]
    public void Raw_words_are_written_under_the_lock_while_marking_goes_on()
    {
        MakeChangeable("o");
        Heap.Control.Barrier.Duties = (long)BarrierDuties.Marking;

        Assert.Equal(
            [
                LayoutStep.LockPage, LayoutStep.Overwrite, LayoutStep.Overwrite, LayoutStep.Overwrite, LayoutStep.FillSize,
                LayoutStep.FillNext, LayoutStep.FillHeader, LayoutStep.Publish, LayoutStep.UnlockPage,
            ],
            Steps(LayoutChange.Become(Heap, _drawn["o"], _rawHeader, raw: 77)));
        Assert.Equal(77, Heap.Owned(_drawn.Slot("o", 2)));
        Assert.Equal(0, Heap.Page(_drawn["o"]).ChangeLock);
    }

    [Fact]
    public void An_old_object_that_changes_has_invalidated_slots()
    {
        MakeChangeable("o");

        Assert.DoesNotContain(LayoutStep.LockPage, Steps(LayoutChange.Become(Heap, _drawn["o"], _rawHeader, raw: 77)));
        Assert.True(Heap.OldToNew.Contains(_drawn.Slot("o", 0)));
        Assert.False(Heap.InvalidatedToNew.Allows(_drawn.Slot("o", 0)));
        Assert.False(Heap.OldToNew.Contains(_drawn.Slot("o", 4)));
        Assert.False(Heap.InvalidatedToOld.HasAny(Heap.PageOf(_drawn["o"])));
    }

    [Fact]
    public void Slots_for_compaction_are_invalidated_while_they_are_recorded()
    {
        MakeChangeable("o");
        Heap.Control.Barrier.Duties = (long)Compacting;
        _ = Steps(LayoutChange.Become(Heap, _drawn["o"], _rawHeader, raw: 77));

        Assert.False(Heap.InvalidatedToOld.Allows(_drawn.Slot("o", 0)));
    }

    [Fact]
    public void A_candidate_is_not_registered_for_compaction_and_a_young_object_not_at_all()
    {
        MakeChangeable("o");
        MakeChangeable("a");
        Heap.Control.Barrier.Duties = (long)Compacting;
        Heap.Page(_drawn["o"]).Flags |= (long)PageFlags.EvacuationCandidate;
        _ = Steps(LayoutChange.Become(Heap, _drawn["o"], _rawHeader, raw: 77));
        _ = Steps(LayoutChange.Become(Heap, _drawn["a"], _rawHeader, raw: 77));

        Assert.False(Heap.InvalidatedToOld.HasAny(Heap.PageOf(_drawn["o"])));
        Assert.True(Heap.InvalidatedToNew.HasAny(Heap.PageOf(_drawn["o"])));
        Assert.False(Heap.InvalidatedToNew.HasAny(Heap.PageOf(_drawn["a"])));
    }

    [Fact]
    public void Words_that_stay_tagged_are_left_as_they_are()
    {
        MakeChangeable("o");
        var first = Heap.Owned(_drawn.Slot("o", 0));
        _ = Steps(LayoutChange.Become(Heap, _drawn["o"], ObjectHeader.Encode(LayoutKind.TaggedFields, 3, 0), raw: 77));

        Assert.Equal(first, Heap.Owned(_drawn.Slot("o", 0)));
        Assert.True(Heap.InvalidatedToNew.Allows(_drawn.Slot("o", 0)));
    }

    [Fact]
    public void A_change_waits_for_markers_that_share_the_page_and_they_for_it()
    {
        MakeChangeable("o");
        Heap.Control.Barrier.Duties = (long)BarrierDuties.Marking;
        var page = new PageLock(Heap, _drawn["o"]);
        var change = LayoutChange.Become(Heap, _drawn["o"], _rawHeader, raw: 77);

        Assert.True(page.TryLockShared());
        Assert.False(change.TryStep(Heap));
        page.UnlockShared();
        Assert.True(change.TryStep(Heap));
        Assert.False(page.TryLockShared());
        page.UnlockShared();
        _ = Steps(change);
        Assert.True(page.TryLockShared());
    }

    [Fact]
    public void A_store_buffer_has_no_entry_of_a_word_that_is_cut_off_or_raw()
    {
        using var drawn = DrawnHeap.Draw(
            "root -> o; o old 9; o.0 -> a; o.4 -> a; root -> k; k old 9; k.1 -> a; root -> a; a young 9",
            Scene.Roomy with { RememberedSet = RememberedSetKind.StoreBuffer },
            null);
        var heap = drawn.Heap;
        heap.Owned(drawn["o"]) = ObjectHeader.Encode(LayoutKind.TaggedArray, 0, 0);
        heap.Owned(drawn["o"] + 8) = Tagged.SmallInteger(8);
        WriteBarrier.Store(heap, drawn["o"], drawn.Slot("o", 1), Tagged.FromAddress(drawn["a"]));
        heap.Owned(drawn["k"]) = ObjectHeader.Encode(LayoutKind.Changeable, 10, 0);

        LayoutChange.TrimNow(heap, drawn["o"], 2);
        _ = Steps(heap, LayoutChange.Become(heap, drawn["k"], _rawHeader, raw: 77));

        Assert.Contains(drawn.Slot("o", 1), heap.StoreBuffer.Entries());
        Assert.DoesNotContain(drawn.Slot("o", 4), heap.StoreBuffer.Entries());
        Assert.DoesNotContain(drawn.Slot("k", 1), heap.StoreBuffer.Entries());
        Assert.False(heap.InvalidatedToNew.HasAny(heap.PageOf(drawn["k"])));
    }

    [Fact]
    public void A_trimmed_large_array_gives_its_last_pages_back_at_the_next_full_collection()
    {
        const int elements = 300;
        var pages = (Before: 0L, Trimmed: 0L);
        using var scene = Scene.After("root r -> o; o old 3; root y -> a; a young 1", drawn => new Script()
            .Do(heap => heap.Owned(drawn.RootSlot("r")) = Tagged.FromAddress(LargeArray(heap, elements, heap.Owned(drawn.RootSlot("y")))))
            .Do(heap => pages.Before = heap.Large.State.CommittedBytes)
            .Do(heap => LayoutChange.TrimNow(heap, Tagged.Address(heap.Owned(drawn.RootSlot("r"))), 3))
            .Collect("s")
            .Do(heap => pages.Trimmed = heap.Large.State.CommittedBytes)
            .Collect("f"), host: WorldHost.Virtual);

        Assert.Equal(3, Tagged.ToInteger(scene.Heap.Owned(scene["r"] + 8)));
        Assert.Equal(pages.Before, pages.Trimmed);
        Assert.Equal(scene.Heap.Large.CommittedFor(16 + (3 * 8)), scene.Heap.Large.State.CommittedBytes);
        Assert.Equal(16 + (3 * 8), scene.Heap.Large.State.ObjectBytes);
    }

    [Theory]
    [InlineData(LayoutDuties.All, true)]
    [InlineData(LayoutDuties.All & ~LayoutDuties.InvalidatedToOld, false)] // control
    public void Compaction_does_not_take_a_word_that_became_raw_for_a_pointer(LayoutDuties duties, bool isKept)
    {
        const string sparse = "a old 3; v old 31; w old 27; b old 3; x old 31; y old 27; h old 31; z old 27; "
            + "root r -> a; root -> b; root k -> h; root -> z; h.0 -> a";
        var (raw, slot) = (0L, 0L);
        using var scene = Scene.After(
            sparse,
            drawn => new Script()
                .Collect("f")
                .Do(heap => (raw, slot) = (heap.Owned(drawn.RootSlot("r")), Tagged.Address(heap.Owned(drawn.RootSlot("k"))) + 8))
                .Do(heap => ChangeWhileCompacting(heap, slot, raw, duties))
                .Collect("f"),
            host: WorldHost.Virtual,
            change: settings => settings with { VerifyHeap = false });

        Assert.Equal(slot - 8, scene["k"]);
        Assert.NotEqual(raw, Tagged.FromAddress(scene["r"])); // what it pointed to has moved
        Assert.Equal(isKept ? raw : Tagged.FromAddress(scene["r"]), scene.Heap.Owned(slot));
    }

    public void Dispose() => _drawn.Dispose();

    /// <summary>As if marking had recorded the slot before.</summary>
    private static void ChangeWhileCompacting(SharedHeap heap, long slot, long raw, LayoutDuties duties)
    {
        heap.OldToOld.InsertOwned(slot);
        heap.Control.Barrier.Duties = (long)Compacting;
        heap.Owned(slot - 8) = ObjectHeader.Encode(LayoutKind.Changeable, 32, 0);
        var change = LayoutChange.Become(heap, slot - 8, ObjectHeader.Encode(LayoutKind.RawFields, 32, 0), raw, duties);
        while (change.Next != LayoutStep.Done)
        {
            Assert.True(change.TryStep(heap));
        }

        heap.Control.Barrier.Duties = (long)BarrierDuties.None;
    }

    private static long LargeArray(SharedHeap heap, int elements, long value)
    {
        var address = heap.Large.Allocate(ObjectHeader.ArrayPrefixBytes + (elements * 8L));
        heap.Owned(address) = ObjectHeader.Encode(LayoutKind.TaggedArray, 0, 0);
        heap.Owned(address + 8) = Tagged.SmallInteger(elements);
        for (var slot = address + 16; slot < address + 16 + (elements * 8L); slot += 8)
        {
            WriteBarrier.Store(heap, address, slot, value);
        }

        return address;
    }

    private void MakeArray(string name)
    {
        Heap.Owned(_drawn[name]) = ObjectHeader.Encode(LayoutKind.TaggedArray, 0, 0);
        Heap.Owned(_drawn[name] + 8) = Tagged.SmallInteger(8);
    }

    private void MakeChangeable(string name) => Heap.Owned(_drawn[name]) = ObjectHeader.Encode(LayoutKind.Changeable, 10, 0);

    private List<LayoutStep> Steps(LayoutChange change) => Steps(Heap, change);

    private static List<LayoutStep> Steps(SharedHeap heap, LayoutChange change)
    {
        var steps = new List<LayoutStep>();
        while (change.Next != LayoutStep.Done)
        {
            steps.Add(change.Next);
            Assert.True(change.TryStep(heap));
        }

        return steps;
    }
}
