using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Checks the objects of a large-object space, each on pages of its own.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">Where object starts and violations go.</param>
internal sealed class LargeSpaceVerifier(SharedHeap heap, Findings findings)
{
    private readonly PageWalk _walk = new(heap, findings);

    /// <summary>Verifies a space.</summary>
    /// <param name="space">The space.</param>
    /// <param name="control">Byte offset of its words, for the report.</param>
    public void Verify(LargeObjectSpace space, long control)
    {
        var (count, last, bytes, committed) = (0L, 0L, 0L, 0L);
        for (var page = space.State.Objects.First; page != 0; page = heap.Page(page).Next)
        {
            if (!findings.TryOwn(page))
            {
                return;
            }

            findings.Expect(HeapRule.PageChain, page, heap.Page(page).Previous, last);
            VerifyObject(space, page);
            bytes += heap.Page(page).ObjectBytes;
            committed += space.CommittedFor(heap.Page(page).ObjectBytes);
            last = page;
            count++;
        }

        findings.Expect(HeapRule.PageChain, control, space.State.Objects.Last, last);
        findings.Expect(HeapRule.PageChain, control, space.State.Objects.Count, count);
        findings.Expect(HeapRule.SpaceBytes, control, space.State.ObjectBytes, bytes);
        findings.Expect(HeapRule.SpaceBytes, control, space.State.CommittedBytes, committed);
    }

    private void VerifyObject(LargeObjectSpace space, long page)
    {
        var bytes = heap.Page(page).ObjectBytes;
        var start = page + heap.Geometry.AreaStartBytes;
        var mayBeTrimmed = ObjectHeader.FixedBytes(heap.Owned(start)) == 0;
        if (bytes <= (mayBeTrimmed ? ObjectHeader.Bytes : heap.Geometry.MaximumRegularObjectBytes))
        {
            findings.Report(HeapRule.ObjectSize, page, bytes, heap.Geometry.MaximumRegularObjectBytes);
            return;
        }

        var flags = space.State.Id == (long)SpaceId.NewLarge
            ? PageFlags.Large | PageFlags.Young | PageFlags.To
            : PageFlags.Large;
        for (var i = 0L; i < space.PagesFor(bytes); i++)
        {
            var each = page + (i << heap.Geometry.PageShift);
            if (i > 0 && !findings.TryOwn(each))
            {
                return;
            }

            findings.Expect(HeapRule.PageHeader, each, heap.Page(each).Space, space.State.Id);
            findings.Expect(HeapRule.PageHeader, each, heap.Page(each).Chunk, page);
            findings.Expect(HeapRule.PageHeader, each, heap.Page(each).Flags, (long)flags);
            findings.Expect(HeapRule.PageHeader, each, heap.Page(each).ClaimedHeader, 0);
        }

        findings.Expect(HeapRule.PageBytes, page, heap.Page(page).AllocatedBytes, bytes);
        if (_walk.SizeAt(start, start + bytes) is var walked and not 0)
        {
            findings.Starts.Set(start);
            findings.Expect(HeapRule.ObjectWalk, start, mayBeTrimmed ? bytes : walked, bytes); // else the next full collection counts it
        }
    }
}
