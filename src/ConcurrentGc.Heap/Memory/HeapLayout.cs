namespace ConcurrentGc.Heap.Memory;

/// <summary>Where the parts of the heap's range begin: byte offsets, fixed by the geometry.</summary>
/// <remarks>
/// control | side region | mark bits | old-to-new bits | old-to-old bits | page headers | pages | external memory. The
/// bitmaps have one bit a word of all pages, so that a page's bitmap is a slice.
/// </remarks>
public sealed record HeapLayout
{
    /// <summary>Lays out a geometry.</summary>
    /// <param name="geometry">The sizes.</param>
    /// <param name="controlBytes">Bytes of the control words.</param>
    public HeapLayout(Geometry geometry, long controlBytes)
    {
        var bitmapBytes = ((long)geometry.ReservedPages << geometry.PageShift) / 64;
        SideStart = AlignUp(controlBytes, 64);
        MarkBitsStart = AlignUp(SideStart + geometry.SideBytes, 64);
        OldToNewStart = MarkBitsStart + bitmapBytes;
        OldToOldStart = OldToNewStart + bitmapBytes;
        HeadersStart = OldToOldStart + bitmapBytes;
        HeaderShift = Log2Ceiling(8L * (PageHeader.Words + (3 * geometry.FreeListMinimums.Count)));
        PagesStart = AlignUp(HeadersStart + ((long)geometry.ReservedPages << HeaderShift), geometry.PageBytes);
        ExternalStart = PagesStart + ((long)geometry.ReservedPages << geometry.PageShift);
        End = ExternalStart + geometry.ExternalBytes;
    }

    /// <summary>The side region: stacks, worklist segments, regions of roles.</summary>
    public long SideStart { get; }

    /// <summary>Mark bits.</summary>
    public long MarkBitsStart { get; }

    /// <summary>Old-to-new slot bits.</summary>
    public long OldToNewStart { get; }

    /// <summary>Old-to-old slot bits.</summary>
    public long OldToOldStart { get; }

    /// <summary>Page headers.</summary>
    public long HeadersStart { get; }

    /// <summary>Log2 of the bytes from one page header to the next.</summary>
    public int HeaderShift { get; }

    /// <summary>The first page; a multiple of the page size.</summary>
    public long PagesStart { get; }

    /// <summary>Memory outside the modeled heap, that its objects keep; the end of the pages.</summary>
    public long ExternalStart { get; }

    /// <summary>End of the range.</summary>
    public long End { get; }

    /// <summary>Rounds up.</summary>
    /// <param name="value">Zero or positive.</param>
    /// <param name="unit">A power of two.</param>
    public static long AlignUp(long value, long unit) => (value + unit - 1) & ~(unit - 1);

    private static int Log2Ceiling(long value)
    {
        var shift = 0;
        while (1L << shift < value)
        {
            shift++;
        }

        return shift;
    }
}
