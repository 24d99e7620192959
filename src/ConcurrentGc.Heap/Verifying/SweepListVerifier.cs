using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Checks that the sweep lists hold the pages whose state says so, each once.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">Where violations go.</param>
internal sealed class SweepListVerifier(SharedHeap heap, Findings findings)
{
    /// <summary>Verifies the lists of one space, whose chain of pages is whole.</summary>
    /// <param name="space">A space of the old generation.</param>
    public void Verify(PagedSpace space)
    {
        findings.Expect(HeapRule.Lock, heap.Sweeping.LockAddress, heap.Sweeping.State.Lock, 0);
        var (pending, swept) = (0L, 0L);
        for (var page = space.State.Pages.First; page != 0; page = heap.Page(page).Next)
        {
            pending += heap.Page(page).SweepState == (long)SweepState.Pending ? 1 : 0;
            swept += heap.Page(page).SweepState == (long)SweepState.Swept ? 1 : 0;
        }

        ref var lists = ref heap.Sweeping.ListsOf(space.State.Id);
        findings.Expect(HeapRule.SweepLists, lists.Next, Listed(space, lists.Next, SweepState.Pending), pending);
        findings.Expect(HeapRule.SweepLists, lists.Swept, Listed(space, lists.Swept, SweepState.Swept), swept);
        if (!heap.Sweeping.IsUnderWay && pending + swept > 0)
        {
            findings.Report(HeapRule.SweepLists, lists.Next, pending, swept);
        }
    }

    /// <summary>
    /// Pages in a list with a state: those that are to be swept stand among swept ones that a scavenge put back.
    /// </summary>
    private long Listed(PagedSpace space, long first, SweepState state)
    {
        var (count, walked) = (0L, 0L);
        for (var page = first; page != 0 && walked++ < space.State.Pages.Count; page = Following(page, state))
        {
            if (!findings.IsInPages(page) || heap.Page(page).Space != space.State.Id)
            {
                findings.Report(HeapRule.SweepLists, page, heap.Page(page).Space, space.State.Id);
                break;
            }

            count += heap.Page(page).SweepState == (long)state ? 1 : 0;
        }

        return count;
    }

    private long Following(long page, SweepState state) =>
        state == SweepState.Pending ? heap.Page(page).NextToSweep : heap.Page(page).NextSwept;
}
