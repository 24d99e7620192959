using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>Walks pages from object to object, notes the starts, and checks headers and sizes.</summary>
/// <param name="heap">The heap.</param>
/// <param name="findings">Where starts and violations go.</param>
internal sealed class PageWalk(SharedHeap heap, Findings findings)
{
    private const long UnusedHeaderBits = 0xE0;

    /// <summary>Walks a range in which objects and gaps follow one another.</summary>
    /// <param name="start">Its first byte.</param>
    /// <param name="end">Its end, where an object must end.</param>
    /// <param name="tally">What was found is added.</param>
    /// <returns>False, and a violation: a header cannot be read, and nothing beyond it either.</returns>
    public bool TryWalk(long start, long end, ref PageTally tally)
    {
        for (var at = start; at < end;)
        {
            var bytes = SizeAt(at, end);
            if (bytes == 0)
            {
                return false;
            }

            Count(at, bytes, ref tally);
            at += bytes;
        }

        return true;
    }

    /// <summary>Walks the marked objects of a page that is still to be swept; whatever lies between them is unknown.</summary>
    /// <param name="page">Address of the page.</param>
    public void WalkMarked(long page)
    {
        var end = page + heap.Geometry.PageBytes;
        var live = 0L;
        for (var at = heap.MarkBits.NextMarked(page, end); at < end;)
        {
            var bytes = SizeAt(at, end);
            if (bytes == 0)
            {
                return;
            }

            if (heap.MarkBits.ColorOf(at) != Marking.Color.Black)
            {
                findings.Report(HeapRule.Sweeping, at, (long)heap.MarkBits.ColorOf(at), (long)Marking.Color.Black);
            }

            findings.Starts.Set(at);
            live += bytes;
            at = heap.MarkBits.NextMarked(at + bytes, end);
        }

        findings.Expect(HeapRule.LiveBytes, page, heap.Page(page).LiveBytes, live);
    }

    /// <summary>Size of what begins at an address.</summary>
    /// <param name="at">Address of a header.</param>
    /// <param name="end">It must end there or before.</param>
    /// <returns>Zero, and a violation: the header cannot be read.</returns>
    public long SizeAt(long at, long end)
    {
        var header = heap.Owned(at);
        var bytes = ObjectHeader.IsForwarded(header) || (header & UnusedHeaderBits) != 0 ? 0
            : ObjectHeader.FixedBytes(header) is var known and not 0 ? known
            : at + ObjectHeader.Bytes < end ? VariableBytes(header, heap.Owned(at + ObjectHeader.Bytes)) : 0;
        if (bytes <= 0 || bytes > end - at)
        {
            findings.Report(HeapRule.ObjectWalk, at, header, bytes);
            return 0;
        }

        return bytes;
    }

    private static long VariableBytes(long header, long second) => ObjectHeader.Layout(header) switch
    {
        LayoutKind.Filler or LayoutKind.TaggedFields or LayoutKind.RawFields or LayoutKind.WeakReference or LayoutKind.WeakCell or LayoutKind.ArrayBuffer => 0,
        LayoutKind.EphemeronTable or LayoutKind.RawWordArray or LayoutKind.FreeBlock when (int)second != 0 => 0,
        > LayoutKind.ArrayBuffer => 0,
        _ => ObjectHeader.SizeBytes(header, second),
    };

    private void Count(long at, long bytes, ref PageTally tally)
    {
        var layout = ObjectHeader.Layout(heap.Owned(at));
        if (layout is not (LayoutKind.Filler or LayoutKind.FreeBlock))
        {
            tally.ObjectBytes += bytes;
            findings.Starts.Set(at);
            if (bytes < 2 * ObjectHeader.Bytes || bytes > heap.Geometry.MaximumRegularObjectBytes)
            {
                findings.Report(HeapRule.ObjectSize, at, bytes, heap.Geometry.MaximumRegularObjectBytes);
            }
        }
        else if (layout == LayoutKind.FreeBlock && findings.Blocks.Contains(at))
        {
            tally.LinkedBytes += bytes;
        }
        else
        {
            tally.FillerBytes += bytes;
        }
    }
}
