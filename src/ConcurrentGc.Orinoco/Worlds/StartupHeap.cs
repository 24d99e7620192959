using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>
/// Fills a heap with what a runtime has allocated before the first line of a program, so that first collections see what
/// real ones see. What the program's own runtime has already allocated counts.
/// </summary>
public sealed class StartupHeap
{
    private const int WordBytes = 8;
    private const int SurvivorBytes = 64;
    private const long MeasuredLiteralBytes = 32 * 1024;
    private readonly SharedHeap _heap;
    private readonly StartupSizes _sizes;
    private readonly long _handles;
    private long _handle;

    /// <summary>A filler of one heap.</summary>
    /// <param name="heap">The heap, with new space set up.</param>
    /// <param name="sizes">What is wanted.</param>
    public StartupHeap(SharedHeap heap, StartupSizes sizes)
    {
        _heap = heap;
        _sizes = sizes;
        const int handles = 4;
        _handles = heap.Side.Take(handles);
        heap.Roots.Add(_handles, handles);
    }

    /// <summary>Fills the heap.</summary>
    /// <param name="literalBytes">
    /// Old bytes that the program's own literals take. The runs that the sizes were measured in had small programs: what
    /// is larger comes on top.
    /// </param>
    /// <exception cref="InvalidOperationException">More is there already than is wanted.</exception>
    public void Fill(long literalBytes = 0)
    {
        FillOld(_sizes.OldBytes + Math.Max(0, literalBytes - MeasuredLiteralBytes));
        FillCode();
        if (_sizes.LargeBytes > 0)
        {
            Keep(NewLargeArray(_sizes.LargeBytes));
        }

        FillNew();
    }

    /// <summary>An array of numbers: where pages are large enough it is a regular object.</summary>
    private long NewLargeArray(long bytes)
    {
        var isLarge = bytes > _heap.Geometry.MaximumRegularObjectBytes;
        var array = isLarge ? _heap.Large.Allocate(bytes) : NewObject(_heap.OldData, bytes);
        _heap.Owned(array) = ObjectHeader.Encode(LayoutKind.RawWordArray, 0, 0);
        _heap.Owned(array + WordBytes) = (bytes - ObjectHeader.ArrayPrefixBytes) / WordBytes << 32;
        return array;
    }

    private void Keep(long address)
    {
        _heap.Owned(_handles + (_handle * WordBytes)) = Tagged.FromAddress(address);
        _handle++;
    }

    /// <summary>
    /// A tree of objects of one size, each with references to two children and to earlier objects. The last object takes
    /// what is left over.
    /// </summary>
    private void FillOld(long wanted)
    {
        var left = wanted - OldSpaceSums.ObjectBytes(_heap);
        if (left < 0)
        {
            throw new InvalidOperationException(
                $"The program's runtime takes {OldSpaceSums.ObjectBytes(_heap)} old bytes, the start-up heap has {wanted}.");
        }

        var words = Math.Max(4, _sizes.OldBytes / _sizes.OldObjects / WordBytes);
        var objects = new List<long>();
        while (left > 0)
        {
            var bytes = left < 2 * words * WordBytes ? left : words * WordBytes;
            objects.Add(NewObject(_heap.Old, bytes));
            left -= bytes;
        }

        Connect(objects, _sizes.OldReferences);
        if (objects.Count > 0)
        {
            Keep(objects[0]);
        }

        var trim = Math.Min(_sizes.OldTrimmedBytes, _heap.Old.State.Area.Rest);
        _heap.Old.TrimArea(trim);
    }

    private void Connect(List<long> objects, long references)
    {
        var made = 0L;
        for (var i = 1; i < objects.Count; i++)
        {
            _heap.Owned(objects[(i - 1) / 2] + (((i & 1) + 1) * WordBytes)) = Tagged.FromAddress(objects[i]);
            made++;
        }

        var state = 1UL;
        for (var field = 3; made < references; field++)
        {
            for (var i = 0; i < objects.Count && made < references; i++)
            {
                if (field * WordBytes >= ObjectHeader.FixedBytes(_heap.Owned(objects[i])))
                {
                    return;
                }

                state = (state * 6364136223846793005) + 1442695040888963407;
                var target = objects[(int)((state >> 33) % (ulong)objects.Count)];
                _heap.Owned(objects[i] + (field * WordBytes)) = Tagged.FromAddress(target);
                made++;
            }
        }
    }

    private void FillCode()
    {
        if (_sizes.CodeBytes == 0)
        {
            return;
        }

        const long half = 2;
        var bytes = _sizes.CodeBytes / half / WordBytes * WordBytes; // an object larger than half a page is not regular
        var code = NewObject(_heap.Code, bytes);
        _heap.Owned(code + WordBytes) = Tagged.FromAddress(NewObject(_heap.Code, _sizes.CodeBytes - bytes));
        Keep(code);
        _heap.Code.TrimArea(Math.Min(_sizes.CodeTrimmedBytes, _heap.Code.State.Area.Rest));
        _heap.Code.RetireArea();
    }

    /// <summary>
    /// A list that lives, and one dead object for the rest. The end of the list refers to an object that is too big for
    /// the copy buffers, so that it is copied last.
    /// </summary>
    private void FillNew()
    {
        var last = NewRaw(_sizes.NewBiggestBytes);
        var left = _sizes.NewSurvivingBytes - _sizes.NewBiggestBytes;
        while (left > 0)
        {
            var bytes = left < 2 * SurvivorBytes ? left : SurvivorBytes;
            _ = _heap.New.TryAllocate(bytes, out var address);
            Initialize(address, bytes);
            _heap.Owned(address + WordBytes) = last;
            last = Tagged.FromAddress(address);
            left -= bytes;
        }

        _heap.Owned(_handles + (_handle++ * WordBytes)) = last;
        NewRaw(_sizes.NewBytes - _sizes.NewSurvivingBytes);
    }

    /// <summary>An object without pointers in new space; zero bytes: none.</summary>
    private long NewRaw(long bytes)
    {
        if (bytes == 0)
        {
            return Tagged.Zero;
        }

        _ = _heap.New.TryAllocate(bytes, out var address);
        _heap.Owned(address) = ObjectHeader.Encode(LayoutKind.RawWordArray, 0, 0);
        _heap.Owned(address + WordBytes) = (bytes - ObjectHeader.ArrayPrefixBytes) / WordBytes << 32;
        return Tagged.FromAddress(address);
    }

    private long NewObject(PagedSpace space, long bytes)
    {
        if (!space.TryAllocate(bytes, AllocationOrigin.Mutator, out var address))
        {
            throw new InvalidOperationException("The reserved range is too small for the start-up heap.");
        }

        Initialize(address, bytes);
        return address;
    }

    private void Initialize(long address, long bytes)
    {
        _heap.Owned(address) = ObjectHeader.Encode(LayoutKind.TaggedFields, (int)(bytes / WordBytes), 0);
        for (var offset = (long)WordBytes; offset < bytes; offset += WordBytes)
        {
            _heap.Owned(address + offset) = Tagged.Zero;
        }
    }
}
