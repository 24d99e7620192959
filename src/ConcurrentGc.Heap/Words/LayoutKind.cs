namespace ConcurrentGc.Heap.Words;

/// <summary>How an object's words are to be read; four bits of its header.</summary>
public enum LayoutKind
{
    /// <summary>A gap that cannot be allocated from: header only, the size is in the header.</summary>
    Filler = 0,

    /// <summary>A free block: header, size in bytes (small integer), next free block of its category (address).</summary>
    FreeBlock = 1,

    /// <summary>All words after the header are tagged; the size is in the header.</summary>
    TaggedFields = 2,

    /// <summary>Header, length (small integer), then that many tagged words.</summary>
    TaggedArray = 3,

    /// <summary>No tagged word; the size is in the header.</summary>
    RawFields = 4,

    /// <summary>Header, length (small integer), then that many raw eight-byte words.</summary>
    RawWordArray = 5,

    /// <summary>Header, length in the upper half (a hash may stand in the lower one), then that many bytes.</summary>
    RawByteArray = 6,

    /// <summary>Header, length in the upper half (a hash may stand in the lower one), then twice that many bytes.</summary>
    RawTwoByteArray = 7,

    /// <summary>
    /// Header, length (small integer), then that many tagged words: three of the table's own, then pairs of key and value.
    /// See Note [Weak words].
    /// </summary>
    EphemeronTable = 8,

    /// <summary>As <see cref="TaggedFields"/>, but the fourth word is weak. See Note [Weak words].</summary>
    WeakReference = 9,

    /// <summary>As <see cref="TaggedFields"/>, but the second and third word are weak. See Note [Weak words].</summary>
    WeakCell = 10,

    /// <summary>As <see cref="TaggedFields"/>, but the sixth word is the address of a backing store, a multiple of eight.</summary>
    ArrayBuffer = 11,
}
