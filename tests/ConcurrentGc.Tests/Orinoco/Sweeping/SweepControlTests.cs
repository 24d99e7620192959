using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Marking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Sweeping;
using ConcurrentGc.Tests.JavaScript;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Sweeping;

/// <summary>
/// Controls: rules of sweeping that are broken on purpose. Were the checks and schedules blind to it, worlds that pass would
/// say nothing.
/// </summary>
public sealed class SweepControlTests
{
    private const int Seeds = 200;
    private const int SeedsToFind = 50;

    [Fact]
    public void No_page_is_taken_twice_when_takers_hold_the_lock() =>
        Assert.DoesNotContain(Range(Seeds), seed => TookAPageTwice(locks: true, seed));

    [Fact]
    public void A_page_is_taken_twice_under_one_of_fifty_schedules_when_takers_do_not_lock() =>
        Assert.Contains(Range(SeedsToFind), seed => TookAPageTwice(locks: false, seed));

    [Theory]
    [InlineData(nameof(HeapRule.SweepLists), "ends before all pages are swept")]
    [InlineData(nameof(HeapRule.PointerTarget), "frees a live object")]
    [InlineData(nameof(HeapRule.MarkBits), "leaves a mark on a swept page")]
    [InlineData(nameof(HeapRule.SpaceBytes), "counts a page twice")]
    public void Sweeping_that_breaks_a_rule_is_caught_in_the_next_pause(string rule, string defect)
    {
        var failure = Assert.Throws<CheckFailedException>(() => Scene.After(
            SparsePages.Draw(2),
            drawn => new Script().Collect("f").Do(heap => Break(heap, drawn, defect)).Collect("sf"),
            helpers: 0).Dispose());

        Assert.Contains(rule, failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_pause_that_does_not_wait_for_sweepers_is_caught()
    {
        var failure = Assert.Throws<CheckFailedException>(() => Scene.After(
            SparsePages.Draw(2),
            drawn => new Script().Collect("f").Do(heap => _ = heap.Sweeping.Take(SpaceId.Old, out _)).Collect("s"),
            helpers: 0).Dispose());

        Assert.Contains(nameof(HeapRule.Sweeping), failure.Message, StringComparison.Ordinal);
    }

    private static void Break(SharedHeap heap, DrawnHeap drawn, string defect)
    {
        switch (defect[0])
        {
            case 'e': heap.Sweeping.State.IsUnderWay = 0; break;
            case 'f': Sweep(heap, forgotten: drawn["k1"]); break;
            case 'l': heap.MarkBits.SetOwned(Sweep(heap, forgotten: 0) + 64, Color.Black); break;
            default: heap.Old.State.AllocatedBytes += heap.Page(Sweep(heap, forgotten: 0)).AllocatedBytes; break;
        }
    }

    /// <summary>Sweeps the next page, but for the mark of one object.</summary>
    private static long Sweep(SharedHeap heap, long forgotten)
    {
        var page = heap.Sweeping.Take(SpaceId.Old, out _);
        if (forgotten != 0)
        {
            heap.MarkBits.SetOwned(forgotten, Color.White);
        }

        var (sweep, turn) = (new PageSweeper(zaps: false), new PlainTurn(heap, new WorldTables()));
        sweep.Begin(heap, page);
        while (!sweep.Step(heap, removesSlots: false, ref turn))
        {
        }

        heap.Sweeping.AddSwept(page);
        return page;
    }

    private static bool TookAPageTwice(bool locks, ulong seed)
    {
        var counter = new AccessCounter();
        using var drawn = DrawnHeap.Draw(SparsePages.Draw(4), Scene.Roomy, counter);
        var heap = drawn.Heap;
        heap.Old.RetireArea();
        for (var page = heap.Old.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            heap.Old.AwaitSweeping(page);
            heap.Sweeping.Add(page);
        }

        var host = new StepHost(heap, counter, slice: 1, seed);
        for (var i = 0; i < 2; i++)
        {
            var taker = host.Add<PageTaker, SweeperMessage>($"taker-{i}", CoreGroup.Helpers, new PageTaker(i, locks));
            host.Post(taker, new SweeperMessage(SweeperVerb.Sweep, 1));
        }

        host.Run();
        var taken = host.Record.Where(entry => entry.Kind == PageTaker.Took).Select(entry => entry.Value).ToList();
        return taken.Distinct().Count() < taken.Count;
    }

    private static IEnumerable<ulong> Range(int count) => Enumerable.Range(1, count).Select(seed => (ulong)seed);
}
