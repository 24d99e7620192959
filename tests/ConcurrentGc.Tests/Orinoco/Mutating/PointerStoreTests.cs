using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Mutating;

/// <summary>The steps of a store, by what is stored where and what the barrier has to do.</summary>
public sealed class PointerStoreTests : IDisposable
{
    private const string Picture = "root -> o; o old 3; root -> a; a young 3; root -> l; l large; root -> f; f read-only";
    private readonly DrawnHeap _drawn = DrawnHeap.Draw(Picture, Scene.Roomy, null);

    [Fact]
    public void A_small_integer_is_stored_and_nothing_else() =>
        Assert.Equal([StoreStep.Store], Steps(BarrierDuties.Marking, "o", Tagged.SmallInteger(7)));

    [Fact]
    public void Without_marking_a_pointer_is_stored_and_remembered()
    {
        Assert.Equal([StoreStep.Store, StoreStep.Remember], Steps(BarrierDuties.None, "o", "a"));
        Assert.True(_drawn.Heap.OldToNew.Contains(_drawn.Slot("o", 0)));
        Assert.Equal(Color.White, _drawn.Heap.MarkBits.ColorOf(_drawn["a"]));
    }

    [Fact]
    public void While_marking_a_white_value_turns_grey_and_waits_in_the_shade_buffer()
    {
        Assert.Equal(
            [StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark, StoreStep.Shade],
            Steps(BarrierDuties.Marking, "o", "a"));
        Assert.Equal(Color.Grey, _drawn.Heap.MarkBits.ColorOf(_drawn["a"]));
        Assert.Equal(1, _drawn.Heap.Control.Barrier.Shaded.Entries);
    }

    [Theory]
    [InlineData(Color.Grey)]
    [InlineData(Color.Black)]
    public void A_value_that_is_marked_is_looked_at_only(Color color)
    {
        _drawn.Heap.MarkBits.SetOwned(_drawn["a"], color);

        Assert.Equal(
            [StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark], Steps(BarrierDuties.Marking, "o", "a"));
        Assert.Equal(0, _drawn.Heap.Control.Barrier.Shaded.Entries);
    }

    [Fact]
    public void A_store_into_an_object_on_hold_shades_nothing()
    {
        _drawn.Heap.Control.Barrier.HeldStart = _drawn["a"];

        Assert.Equal([StoreStep.Store, StoreStep.Remember], Steps(BarrierDuties.Marking, "a", "o"));
    }

    [Theory]
    [InlineData(BarrierKind.DijkstraShadeStore)]
    [InlineData(BarrierKind.Hybrid)]
    public void Who_shades_first_shades_for_a_holder_on_hold_too(BarrierKind kind)
    {
        _drawn.Heap.Control.Barrier.HeldStart = _drawn["a"];
        SetKind(kind);

        Assert.Contains(StoreStep.Shade, Steps(BarrierDuties.Marking, "a", "o"));
    }

    [Fact]
    public void A_slot_that_points_to_a_candidate_is_recorded_after_the_value_is_shaded()
    {
        _drawn.Heap.Page(_drawn["o"]).Flags |= (long)PageFlags.EvacuationCandidate;

        Assert.Equal(
            [
                StoreStep.Store, StoreStep.Remember, StoreStep.LookAtMark, StoreStep.Shade,
                StoreStep.AnnounceBucket, StoreStep.InsertSlot,
            ],
            Steps(BarrierDuties.Marking | BarrierDuties.Compacting, "l", "o"));
        Assert.True(_drawn.Heap.OldToOld.Contains(_drawn.Slot("l", 0)));
    }

    [Fact]
    public void A_young_holder_of_a_pointer_to_a_candidate_is_not_recorded()
    {
        _drawn.Heap.Page(_drawn["o"]).Flags |= (long)PageFlags.EvacuationCandidate;

        Assert.DoesNotContain(
            StoreStep.AnnounceBucket, Steps(BarrierDuties.Marking | BarrierDuties.Compacting, "a", "o"));
    }

    [Theory]
    [InlineData(BarrierKind.DijkstraStoreShade, "Store Remember LookAtMark Shade")]
    [InlineData(BarrierKind.DijkstraShadeStore, "LookAtMark Shade Store Remember")]
    [InlineData(BarrierKind.Yuasa, "LoadOld LookAtOld ShadeOld Store Remember")]
    [InlineData(BarrierKind.Hybrid, "LoadOld LookAtOld ShadeOld LookAtMark Shade Store Remember")]
    [InlineData(BarrierKind.Steele, "Store Remember LookAtMark Retreat")]
    [InlineData(BarrierKind.None, "Store Remember")]
    public void Each_kind_of_barrier_has_its_order(BarrierKind kind, string steps)
    {
        _drawn.Heap.Owned(_drawn.Slot("o", 0)) = Tagged.FromAddress(_drawn["l"]);
        SetKind(kind);

        Assert.Equal(steps, string.Join(' ', Steps(BarrierDuties.Marking, "o", "a")));
    }

    [Theory]
    [InlineData(BarrierKind.Yuasa)]
    [InlineData(BarrierKind.Hybrid)]
    public void A_small_integer_that_overwrites_a_pointer_shades_what_that_pointed_to(BarrierKind kind)
    {
        _drawn.Heap.Owned(_drawn.Slot("o", 0)) = Tagged.FromAddress(_drawn["l"]);
        SetKind(kind);

        Steps(BarrierDuties.Marking, "o", Tagged.SmallInteger(7));

        Assert.Equal(Color.Grey, _drawn.Heap.MarkBits.ColorOf(_drawn["l"]));
    }

    [Theory]
    [InlineData(Color.Black, Color.Grey)]
    [InlineData(Color.Grey, Color.Grey)]
    [InlineData(Color.White, Color.White)]
    public void A_holder_of_a_white_value_that_is_black_turns_grey_again_and_counts_no_longer(Color before, Color after)
    {
        SetKind(BarrierKind.Steele);
        Prepare(BarrierDuties.Marking);
        var (holder, bytes) = (_drawn["o"], 32);
        _drawn.Heap.MarkBits.SetOwned(holder, before);

        Steps(BarrierDuties.Marking, "o", "a");

        Assert.Equal(after, _drawn.Heap.MarkBits.ColorOf(holder));
        Assert.Equal(Color.White, _drawn.Heap.MarkBits.ColorOf(_drawn["a"]));
        Assert.Equal(
            before == Color.Black ? -LiveCount.OfObject(bytes) : 0,
            _drawn.Heap.Owned(_drawn.Heap.Control.Barrier.LiveCounts + (_drawn.Heap.PageNumber(holder) * sizeof(long))));
    }

    [Fact]
    public void A_large_holder_stays_black_and_its_value_turns_grey()
    {
        SetKind(BarrierKind.Steele);
        _drawn.Heap.MarkBits.SetOwned(_drawn["l"], Color.Black);

        Assert.Contains(StoreStep.Shade, Steps(BarrierDuties.Marking, "l", "a"));

        Assert.Equal(Color.Black, _drawn.Heap.MarkBits.ColorOf(_drawn["l"]));
        Assert.Equal(Color.Grey, _drawn.Heap.MarkBits.ColorOf(_drawn["a"]));
    }

    [Theory]
    [InlineData(BarrierDuties.None)]
    [InlineData(BarrierDuties.Marking)]
    public void A_store_at_once_leaves_what_the_single_steps_leave(BarrierDuties duties)
    {
        Prepare(duties);
        WriteBarrier.Store(_drawn.Heap, _drawn["o"], _drawn.Slot("o", 1), Tagged.FromAddress(_drawn["a"]));

        Assert.Equal(Tagged.FromAddress(_drawn["a"]), _drawn.Heap.Owned(_drawn.Slot("o", 1)));
        Assert.True(_drawn.Heap.OldToNew.Contains(_drawn.Slot("o", 1)));
        Assert.Equal(duties != BarrierDuties.None, _drawn.Heap.MarkBits.IsMarked(_drawn["a"]));
    }

    public void Dispose() => _drawn.Dispose();

    private List<StoreStep> Steps(BarrierDuties duties, string holder, string value) =>
        Steps(duties, holder, Tagged.FromAddress(_drawn[value]));

    private List<StoreStep> Steps(BarrierDuties duties, string holder, long word)
    {
        Prepare(duties);
        var steps = new List<StoreStep>();
        var store = new PointerStore(_drawn.Heap, _drawn[holder], _drawn.Slot(holder, 0), word);
        while (store.Next != StoreStep.Done)
        {
            steps.Add(store.Next);
            store.Step(_drawn.Heap);
        }

        return steps;
    }

    private void SetKind(BarrierKind kind)
    {
        ref var barrier = ref _drawn.Heap.Control.Barrier;
        (barrier.Kind, barrier.Order) = ((long)kind, StoreOrder.NumberOf(kind, Defect.None));
    }

    private void Prepare(BarrierDuties duties)
    {
        ref var barrier = ref _drawn.Heap.Control.Barrier;
        barrier.Duties = (long)duties;
        barrier.Shaded.Worklist = barrier.Shaded.Worklist != 0
            ? barrier.Shaded.Worklist : Worklist.Take(_drawn.Heap, segmentEntries: 2);
        barrier.LiveCounts = barrier.LiveCounts != 0
            ? barrier.LiveCounts : _drawn.Heap.Side.Take(_drawn.Heap.Geometry.ReservedPages);
    }
}
