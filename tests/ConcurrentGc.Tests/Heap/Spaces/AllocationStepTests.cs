using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Spaces;

/// <summary>A step each 192 bytes, pages of 512; large objects each 512.</summary>
public sealed class AllocationStepTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny);

    public AllocationStepTests() => _heap.New.SetUp(2);

    [Fact]
    public void A_step_is_due_before_the_object_that_passes_it_and_the_next_one_is_counted_behind_that()
    {
        _heap.New.BeginSteps();
        Allocate(128);

        Assert.True(_heap.New.IsStepDue(128));
        _heap.New.TakeStep(128, isLarge: false);

        Assert.False(_heap.New.IsStepDue(128));
        Allocate(128, 128);
        Assert.True(_heap.New.IsStepDue(128));
    }

    [Fact]
    public void Bytes_count_on_over_the_end_of_a_page_and_over_a_collection()
    {
        _heap.New.BeginSteps();
        _heap.New.TakeStep(256, isLarge: false);
        Allocate(256, 128); // 64 are left of 448

        _heap.New.BeginCollection();
        _heap.New.EndCollection();

        Assert.False(_heap.New.IsStepDue(64));
        Assert.True(_heap.New.IsStepDue(72));
    }

    [Fact]
    public void Who_does_not_ask_passes_a_step_by_and_it_stays_due()
    {
        _heap.New.BeginSteps();

        Allocate(256);

        Assert.True(_heap.New.IsStepDue(8));
        Assert.Empty(new HeapVerifier(_heap).Verify());
    }

    [Fact]
    public void Large_objects_have_steps_of_their_own()
    {
        _heap.New.BeginSteps();
        Assert.False(_heap.New.IsLargeStepDue(400));
        _heap.New.CountLarge(400);

        Assert.True(_heap.New.IsLargeStepDue(400));
        _heap.New.TakeStep(400, isLarge: true);

        Assert.False(_heap.New.IsLargeStepDue(400));
    }

    [Fact]
    public void Nothing_is_due_when_nobody_counts()
    {
        Allocate(256);

        Assert.False(_heap.New.IsStepDue(256));
        Assert.False(_heap.New.IsLargeStepDue(4096));
    }

    [Fact]
    public void What_is_allocated_is_on_hold_until_it_is_published()
    {
        _heap.New.BeginCollection();
        _heap.New.EndCollection();
        Allocate(64, out var first);
        Assert.True(_heap.New.IsHeld(first));

        _heap.New.PublishAllocations();
        Allocate(64, out var second);

        Assert.False(_heap.New.IsHeld(first));
        Assert.True(_heap.New.IsHeld(second));
    }

    [Fact]
    public void Of_a_full_page_nothing_is_on_hold_and_the_page_behind_it_is_not()
    {
        _heap.New.BeginCollection();
        _heap.New.EndCollection();
        Allocate(256, 256);

        _heap.New.PublishAllocations();

        Assert.False(_heap.New.IsHeld(_heap.New.State.Area.Top));
        Assert.Equal(0, _heap.Control.Barrier.HeldStart);
    }

    public void Dispose() => _heap.Dispose();

    private void Allocate(params long[] sizes) => Array.ForEach(sizes, bytes => Allocate(bytes, out _));

    private void Allocate(long bytes, out long address)
    {
        Assert.True(_heap.New.TryAllocate(bytes, out address));
        _heap.FreeList.Fill(address, bytes);
    }
}
