namespace ConcurrentGc.Heap.Memory;

/// <summary>
/// What the heap knows of a page. Headers lie outside the pages in one table; the words of the free-list categories
/// follow in the same slot. Unless a field says otherwise, its owner is whoever owns the page's space in the phase.
/// </summary>
/// <remarks>Source: V8 12.4, heap/mutable-page.h (metadata outside the page); 11.3 keeps it in the page.</remarks>
public struct PageHeader
{
    /// <summary>Words of this struct.</summary>
    public const int Words = 22;

    /// <summary><see cref="PageFlags"/>; written while the mutators stand, read by everybody.</summary>
    public long Flags;

    /// <summary><see cref="SpaceId"/>.</summary>
    public long Space;

    /// <summary>Address of the next page of the space; zero at the end.</summary>
    public long Next;

    /// <summary>Address of the previous page of the space; zero at the start.</summary>
    public long Previous;

    /// <summary>Address of the first page of the chunk: itself, but for the further pages of a large object.</summary>
    public long Chunk;

    /// <summary>Bytes of the object on a large page; zero on a regular page.</summary>
    public long ObjectBytes;

    /// <summary>
    /// Bytes of marked objects. The collector adds up what each marker counted, when all of them are done. On a page that is
    /// swept later it stays until the page is linked, so that the space's account can be set right then.
    /// </summary>
    public long LiveBytes;

    /// <summary>Bytes of objects as of the last sweep, and allocated since.</summary>
    public long AllocatedBytes;

    /// <summary>Bytes in gaps too small to be linked.</summary>
    public long WastedBytes;

    /// <summary>Bytes in the free blocks of this page.</summary>
    public long FreeBytes;

    /// <summary><see cref="Memory.SweepState"/>; written by the collector, then under the lock of the sweep lists.</summary>
    public long SweepState;

    /// <summary>One bit a bucket that may hold old-to-new slots. Set atomically, cleared while the mutators stand.</summary>
    public long OldToNewBuckets;

    /// <summary>One bit a bucket that may hold old-to-old slots. Set atomically, cleared while the mutators stand.</summary>
    public long OldToOldBuckets;

    /// <summary>Order in which the page joined its space, for the verifier.</summary>
    public long Number;

    /// <summary>
    /// The header of the young large object on this page while it is claimed by a scavenger. Written by the worker that
    /// won the claim, before it publishes the object.
    /// </summary>
    public long ClaimedHeader;

    /// <summary>Bytes cut off the end of the page: they hold nothing and are not committed. Set before the program runs.</summary>
    public long TrimmedBytes;

    /// <summary>
    /// Bytes of the large array on this page that were scanned, while a rest of it is grey; else zero. Owner: the marker
    /// that has the array in hand.
    /// </summary>
    public long ScannedBytes;

    /// <summary>The next page in the list of those to be swept. Owner: that of the list, see <see cref="Sweeping.SweepLists"/>.</summary>
    public long NextToSweep;

    /// <summary>The next page in the list of swept ones that are not linked yet; likewise.</summary>
    public long NextSwept;

    /// <summary>The lock of objects that change in place: see <see cref="PageLock"/>. Shared.</summary>
    public long ChangeLock;

    /// <summary>Buckets of the objects whose old-to-new slots are invalidated. Owner: that of the page's old-to-new slots.</summary>
    public long InvalidatedToNewBuckets;

    /// <summary>Buckets of the objects whose old-to-old slots are invalidated. Owner: the mutator; in a pause, who has the page.</summary>
    public long InvalidatedToOldBuckets;
}
