using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Heap.Worklists;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Scavenging;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco;

/// <summary>
/// Controls: workers that do two steps in the wrong order. Were the schedules that are tried blind to it, worlds that pass
/// under all of them would say nothing.
/// </summary>
public sealed class OrderControlTests
{
    private const int Seeds = 500;
    private const int SeedsToFind = 50;

    [Fact]
    public void An_object_that_is_copied_and_then_claimed_is_never_seen_half() =>
        Assert.DoesNotContain(Range(Seeds), seed => SawHalfAnObject(claimsFirst: false, seed));

    [Fact]
    public void An_object_that_is_claimed_and_then_copied_is_seen_half_under_one_of_fifty_schedules() =>
        Assert.Contains(Range(SeedsToFind), seed => SawHalfAnObject(claimsFirst: true, seed));

    [Fact]
    public void Nothing_is_left_in_a_list_when_every_worker_publishes_and_then_looks() =>
        Assert.DoesNotContain(Range(Seeds), seed => LeftASegment(looksFirst: false, seed));

    [Fact]
    public void A_segment_is_left_under_one_of_fifty_schedules_when_workers_look_and_then_publish() =>
        Assert.Contains(Range(SeedsToFind), seed => LeftASegment(looksFirst: true, seed));

    private static IEnumerable<ulong> Range(int count) => Enumerable.Range(1, count).Select(seed => (ulong)seed);

    private static bool SawHalfAnObject(bool claimsFirst, ulong seed)
    {
        const int workers = 3;
        var counter = new AccessCounter();
        using var heap = new SharedHeap(Geometry.Tiny, counter);
        heap.New.SetUp(2);
        heap.New.TryAllocate(16, out var from);
        heap.Owned(from) = ObjectHeader.Encode(LayoutKind.TaggedFields, 2, 0);
        heap.Owned(from + 8) = Tagged.SmallInteger(7);
        var host = new StepHost(heap, counter, slice: 1, seed);
        for (var i = 0; i < workers; i++)
        {
            heap.New.TryAllocate(16, out var to);
            var copier = host.Add<Copier, ScavengerMessage>($"copier-{i}", CoreGroup.Helpers, new Copier(from, to, claimsFirst));
            host.Post(copier, new ScavengerMessage(ScavengerVerb.Copy, 1));
        }

        host.Run();

        var seen = host.Record.Where(entry => entry.Kind == Copier.Saw).ToList();
        Assert.Equal(workers - 1, seen.Count);
        return seen.Exists(entry => entry.Value != Tagged.SmallInteger(7));
    }

    private static bool LeftASegment(bool looksFirst, ulong seed)
    {
        var counter = new AccessCounter();
        using var heap = new SharedHeap(Geometry.Tiny, counter);
        var list = Worklist.Take(heap, segmentEntries: 2);
        var host = new StepHost(heap, counter, slice: 1, seed);
        var waker = host.Add<Waker, CollectorMessage>("waker", CoreGroup.Main(0), new Waker(first: 1));
        for (var i = 0; i < 2; i++)
        {
            var publisher = host.Add<Publisher, ScavengerMessage>(
                $"publisher-{i}", CoreGroup.Helpers, new Publisher(heap, list, i, entries: i + 1, looksFirst, waker));
            host.Post(publisher, new ScavengerMessage(ScavengerVerb.Copy, 1));
        }

        host.Run();
        return heap.Owned(new Worklist(heap, list).SegmentsAddress) > 0;
    }
}
