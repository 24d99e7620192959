using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;

namespace ConcurrentGc.Orinoco.Footprint;

/// <summary>
/// The addresses of the process that Node would be: the pages of the modeled heap, and around them what
/// <see cref="NodeProcess"/> has. Where things lie repeats; that a semispace which was never touched is not resident yet is
/// not modeled.
/// </summary>
public static class AddressSpace
{
    private const long HeapStart = 0x0000_1000_0000_0000;
    private const long ExternalStart = 0x0000_7fce_9c00_0000;
    private const long ArrayBufferStart = 0x0000_7fbe_9e00_0000;
    private const long StackEnd = 0x0000_7fff_35ac_5000;

    /// <summary>All ranges in the order of their addresses. Adjacent pages of a space are one range, as in the kernel.</summary>
    /// <param name="heap">The heap; its mutators stand, or the caller is the one that runs.</param>
    /// <param name="stackBytes">Bytes of frames of the program.</param>
    /// <param name="helpers">Threads of the pool.</param>
    public static IReadOnlyList<Mapping> Of(SharedHeap heap, long stackBytes, int helpers)
    {
        List<Mapping> ranges =
        [
            .. NodeProcess.Image,
            .. Enumerable.Range(0, helpers).Select(NodeProcess.HelperStack),
            Anonymous(ExternalStart, NodeProcess.ExternalBytes - NodeProcess.ArrayBufferBytes, "[external]"),
            Anonymous(ArrayBufferStart, NodeProcess.ArrayBufferBytes + heap.External.Bytes, "[array buffers]"),
            Stack(stackBytes),
        ];
        AddPages(heap, ranges);
        return [.. ranges.OrderBy(range => range.Address)];
    }

    /// <summary>The address of the process that a word of the heap has.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="address">Byte offset in the heap's range, in a page.</param>
    public static long AddressOf(SharedHeap heap, long address) => HeapStart + address - heap.Layout.PagesStart;

    private static long WholePages(long bytes) => HeapLayout.AlignUp(bytes, NodeProcess.SystemPageBytes);

    private static Mapping Anonymous(long address, long bytes, string name) =>
        new(address, WholePages(bytes), WholePages(bytes), "rw-", name);

    private static Mapping Stack(long bytes)
    {
        var resident = NodeProcess.StackBytes + WholePages(bytes);
        var length = Math.Max(NodeProcess.StackMappingBytes, resident);
        return new Mapping(StackEnd - length, length, resident, "rw-", "[stack]");
    }

    private static void AddPages(SharedHeap heap, List<Mapping> ranges)
    {
        var (start, size) = (heap.Layout.PagesStart, heap.Geometry.PageBytes);
        for (var number = 0L; number < heap.Control.PagesEverUsed; number++)
        {
            ref var page = ref heap.Page(start + (number * size));
            if (page.Space == (long)SpaceId.None || (page.Chunk != start + (number * size)))
            {
                continue; // free, or a further page of a large object, which its first one counts
            }

            var space = (SpaceId)page.Space;
            var bytes = WholePages(page.ObjectBytes > 0 ? heap.Large.CommittedFor(page.ObjectBytes) : size - page.TrimmedBytes);
            var (mode, name) = (ModeOf(space), NameOf(space, heap.Geometry.HasSpacesByContent));
            var address = HeapStart + (number * size);
            if (ranges[^1] is var last && last.Address + last.Bytes == address && string.Equals(last.Name, name, StringComparison.Ordinal))
            {
                ranges[^1] = last with { Bytes = last.Bytes + bytes, ResidentBytes = last.ResidentBytes + bytes };
            }
            else
            {
                ranges.Add(new Mapping(address, bytes, bytes, mode, name));
            }
        }
    }

    private static string ModeOf(SpaceId space) => space switch
    {
        SpaceId.ReadOnly => "r--",
        SpaceId.Code => "rwx",
        _ => "rw-",
    };

    private static string NameOf(SpaceId space, bool byContent) => space switch
    {
        SpaceId.Old when byContent => "[old_pointer_space]",
        SpaceId.NewLarge when byContent => "[large_object_space]",
        SpaceId.OldData => "[old_data_space]",
        SpaceId.Map => "[map_space]",
        SpaceId.Cell => "[cell_space]",
        SpaceId.PropertyCell => "[property_cell_space]",
        SpaceId.ReadOnly => "[read_only_space]",
        SpaceId.New => "[new_space]",
        SpaceId.NewLarge => "[new_large_object_space]",
        SpaceId.Old => "[old_space]",
        SpaceId.Code => "[code_space]",
        _ => "[large_object_space]",
    };
}
