using ConcurrentGc.Heap.Remembering;

namespace ConcurrentGc.Heap.Memory;

/// <summary>Sizes of the modeled heap as data: the same code runs on all of them.</summary>
/// <remarks>Source: V8 11.3, base/build_config.h, heap/memory-chunk-layout.h, heap/heap.h, heap/free-list.h.</remarks>
public sealed record Geometry
{
    /// <summary>Node 20: pages of 256 KB.</summary>
    public static Geometry Node20 { get; } = new();

    /// <summary>V8 of about 2012 to 2014, and of the articles of that time: pages of 1 MB, spaces by content.</summary>
    /// <remarks>Source: V8 3.28, heap.h (AllocationSpace, TargetSpaceId), spaces.h.</remarks>
    public static Geometry Classic { get; } = new()
    {
        Name = "classic",
        PageShift = 20,
        AreaStartBytes = 17_064,
        MaximumRegularObjectBytes = 524_288,
        BucketBytes = 16_384,
        MinimumSemispacePages = 1,
        MaximumSemispacePages = 16,
        ReservedPages = 16_384,
        HasSpacesByContent = true,
        RememberedSet = RememberedSetKind.StoreBuffer,
    };

    /// <summary>Pages of 64 words (one bitmap cell), for tests and exploration.</summary>
    public static Geometry Tiny { get; } = new()
    {
        Name = "tiny",
        PageShift = 9,
        AreaStartBytes = 0,
        MaximumRegularObjectBytes = 256,
        AllocationBufferBytes = 128,
        MaximumBufferedObjectBytes = 64,
        SegmentEntries = 2,
        ScavengerSegmentEntries = 2,
        BucketBytes = 128,
        MinimumSemispacePages = 2,
        MaximumSemispacePages = 8,
        ReservedPages = 128,
        SideBytes = 1 << 16,
        FreeListMinimums = [24, 64, 128],
        ParkedBufferBytes = 128,
        ScavengerTaskBytes = 512,
        CommitBytes = 8,
        AllocationStepBytes = 192,
        MarkingStepBytes = 128,
        MarkingChunkBytes = 128,
        LargeAllocationStepBytes = 512,
        StoreBufferEntries = 8,
        KeptStoreBufferEntries = 32,
        StoreBufferTableEntries = 4,
        ExternalBytes = 1 << 16,
        ExternalLimitBytes = 2_048,
        YoungExternalBytes = 1_024,
    };

    /// <summary>The name that settings use.</summary>
    public string Name { get; init; } = "node20";

    /// <summary>Log2 of the bytes of a page.</summary>
    public int PageShift { get; init; } = 18;

    /// <summary>Bytes at the start of a page that hold no object.</summary>
    public int AreaStartBytes { get; init; } = 4424;

    /// <summary>Larger objects have pages of their own.</summary>
    public int MaximumRegularObjectBytes { get; init; } = 131_072;

    /// <summary>Bytes of a copy buffer.</summary>
    public int AllocationBufferBytes { get; init; } = 32_768;

    /// <summary>Larger objects bypass the copy buffers.</summary>
    public int MaximumBufferedObjectBytes { get; init; } = 8_192;

    /// <summary>Entries of a segment of the marking worklist.</summary>
    public int SegmentEntries { get; init; } = 64;

    /// <summary>Entries of a segment of the scavenger's lists.</summary>
    public int ScavengerSegmentEntries { get; init; } = 256;

    /// <summary>Bytes of a page that one remembered-set bucket covers.</summary>
    public int BucketBytes { get; init; } = 8_192;

    /// <summary>Pages of a semispace at the start.</summary>
    public int MinimumSemispacePages { get; init; } = 4;

    /// <summary>Pages of a semispace at most.</summary>
    public int MaximumSemispacePages { get; init; } = 64;

    /// <summary>Pages of the reserved range; memory is committed when it is touched.</summary>
    public int ReservedPages { get; init; } = 65_536;

    /// <summary>Bytes reserved for stacks, worklists and role regions.</summary>
    public long SideBytes { get; init; } = 4L << 30;

    /// <summary>Smallest block of each free-list category, rising.</summary>
    public IReadOnlyList<int> FreeListMinimums { get; init; } =
    [
        24, 32, 48, 64, 80, 96, 112, 128, 144, 160, 176, 192, 208, 224, 240, 256,
        512, 1024, 2048, 4096, 8192, 16_384, 32_768, 65_536,
    ];

    /// <summary>A rest of a new-space page at least this long can be used later.</summary>
    public int ParkedBufferBytes { get; init; } = 4_096;

    /// <summary>Bytes of a semispace for each scavenger after the first.</summary>
    public long ScavengerTaskBytes { get; init; } = 1 << 20;

    /// <summary>Young bytes that are allocated between two marking steps.</summary>
    public int AllocationStepBytes { get; init; } = 65_536;

    /// <summary>Bytes of the smallest marking step.</summary>
    public int MarkingStepBytes { get; init; } = 65_536;

    /// <summary>
    /// Bytes of a large array that a marker scans before it looks whether it should do something else. V8 cuts arrays into
    /// parts of 128 KB that its runtime allocates, and scans those whole that generated code does; a program's are of the
    /// second kind. Measured: the totals of the program <c>large</c> agree with Node's to 0.98 so, and to 0.87 in parts.
    /// </summary>
    public int MarkingChunkBytes { get; init; } = int.MaxValue;

    /// <summary>Bytes of young large objects that are allocated between two marking steps.</summary>
    public int LargeAllocationStepBytes { get; init; } = 262_144;

    /// <summary>Unit in which large pages are committed: an operating-system page.</summary>
    public int CommitBytes { get; init; } = 4_096;

    /// <summary>
    /// Whether tenured objects with and without pointers, maps and cells have spaces of their own; else old space has all.
    /// </summary>
    public bool HasSpacesByContent { get; init; }

    /// <summary>How slots that point into new space are remembered.</summary>
    public RememberedSetKind RememberedSet { get; init; }

    /// <summary>Entries that stores make in the store buffer before it is gone through.</summary>
    public int StoreBufferEntries { get; init; } = 16_384;

    /// <summary>Entries that it keeps then; more than those of stores.</summary>
    public int KeptStoreBufferEntries { get; init; } = 262_144;

    /// <summary>Entries of each of the two tables that duplicates are found by, a power of two.</summary>
    public int StoreBufferTableEntries { get; init; } = 4_096;

    /// <summary>Bytes reserved for memory outside the heap that its objects keep.</summary>
    public long ExternalBytes { get; init; } = 16L << 30;

    /// <summary>Bytes of that above the low mark since the last full collection, from which on another one is wanted.</summary>
    public long ExternalLimitBytes { get; init; } = 64L << 20;

    /// <summary>Bytes of that which young objects keep, from which on a scavenge is wanted: two of the largest semispaces.</summary>
    public long YoungExternalBytes { get; init; } = 32L << 20;

    /// <summary>Bytes of a page.</summary>
    public long PageBytes => 1L << PageShift;

    /// <summary>Bytes of a page that objects can use.</summary>
    public long AreaBytes => PageBytes - AreaStartBytes;

    /// <summary>Remembered-set buckets of a page.</summary>
    public int BucketsPerPage => (int)(PageBytes / BucketBytes);
}
