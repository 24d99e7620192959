using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.JavaScript.Collections;

/// <summary>
/// The table of a Map or Set: entries in the order in which they came, found through chains. A view of words; it allocates
/// nothing and knows no barrier.
/// </summary>
/// <remarks>
/// Source: V8 11.3, objects/ordered-hash-table.h and .cc. Words: header, length, elements, deleted, buckets; a word a bucket
/// with the last entry of its chain; entries of key, value (Map only) and next entry of the chain. A table that was replaced
/// has its successor in place of the elements, and the numbers of the entries that were left out in place of the buckets, so
/// that iterators find their place again.
/// </remarks>
/// <param name="words">Its first word.</param>
internal readonly unsafe struct OrderedTable(long* words)
{
    /// <summary>Entries of the smallest table.</summary>
    public const int MinimumCapacity = 4;

    /// <summary>Entries of the largest table.</summary>
    public const int MaximumCapacity = 1 << 24;

    private const int Elements = 2;
    private const int Deleted = 3;
    private const int BucketCount = 4;
    private const int FirstBucket = 5;
    private const int LoadFactor = 2;
    private const int Cleared = -1;

    /// <summary>Whether it is a Map's: entries have a value.</summary>
    public bool IsMap => words[0] == Interpreting.ObjectLayout.MapTableHeader;

    /// <summary>Whether another table has taken its place.</summary>
    public bool IsReplaced => Tagged.IsPointer(words[Elements]);

    /// <summary>The tagged word of the table that took its place.</summary>
    public long Successor => words[Elements];

    /// <summary>Elements.</summary>
    public int Count => Tagged.ToInteger(words[Elements]);

    /// <summary>Entries in use, deleted ones included.</summary>
    public int Used => Count + DeletedCount;

    /// <summary>Entries there is room for.</summary>
    public int Capacity => Buckets * LoadFactor;

    /// <summary>Deleted entries.</summary>
    public int DeletedCount => Tagged.ToInteger(words[Deleted]);

    private int Buckets => Tagged.ToInteger(words[BucketCount]);

    private int EntryWords => IsMap ? 3 : 2;

    /// <summary>Bytes of a table.</summary>
    /// <param name="isMap">Whether it is a Map's.</param>
    /// <param name="capacity">Entries, a power of two.</param>
    public static long Bytes(bool isMap, int capacity) =>
        ObjectHeader.ArrayPrefixBytes + (8L * (3 + (capacity / LoadFactor) + (capacity * (isMap ? 3L : 2L))));

    /// <summary>Makes an empty table of words that were allocated.</summary>
    /// <param name="isMap">Whether it is a Map's.</param>
    /// <param name="capacity">Entries, a power of two.</param>
    /// <param name="undefined">What entries that are not in use hold.</param>
    public void Initialize(bool isMap, int capacity, long undefined)
    {
        var length = (int)((Bytes(isMap, capacity) - ObjectHeader.ArrayPrefixBytes) / 8);
        words[0] = isMap ? Interpreting.ObjectLayout.MapTableHeader : Interpreting.ObjectLayout.SetTableHeader;
        words[1] = Tagged.SmallInteger(length);
        words[Elements] = Tagged.Zero;
        words[Deleted] = Tagged.Zero;
        words[BucketCount] = Tagged.SmallInteger(capacity / LoadFactor);
        new Span<long>(words + FirstBucket, Buckets).Fill(Tagged.SmallInteger(-1));
        new Span<long>(words + FirstBucket + Buckets, capacity * EntryWords).Fill(undefined);
    }

    /// <summary>The slot of an entry's key.</summary>
    /// <param name="entry">Its number.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public long* Key(int entry) => words + FirstBucket + Buckets + ((long)entry * EntryWords);

    /// <summary>The slot of an entry's value; a Set's is its key.</summary>
    /// <param name="entry">Its number.</param>
    public long* Value(int entry) => Key(entry) + (IsMap ? 1 : 0);

    /// <summary>The last entry of the chain that a hash leads to; minus one: none.</summary>
    /// <param name="hash">The hash.</param>
    public int First(uint hash) => Tagged.ToInteger(words[FirstBucket + (hash & (uint)(Buckets - 1))]);

    /// <summary>The entry before one in its chain; minus one: none.</summary>
    /// <param name="entry">Its number.</param>
    public int Next(int entry) => Tagged.ToInteger(Key(entry)[EntryWords - 1]);

    /// <summary>Takes a new entry and puts it into its chain; its key and value are still to be written.</summary>
    /// <param name="hash">The hash of its key.</param>
    /// <returns>Its number.</returns>
    public int Append(uint hash)
    {
        var entry = Used;
        var bucket = words + FirstBucket + (hash & (uint)(Buckets - 1));
        Key(entry)[EntryWords - 1] = *bucket;
        *bucket = Tagged.SmallInteger(entry);
        words[Elements] = Tagged.SmallInteger(Count + 1);
        return entry;
    }

    /// <summary>Deletes an entry: it keeps its place in its chain.</summary>
    /// <param name="entry">Its number.</param>
    /// <param name="hole">What stands for a deleted key and value.</param>
    public void Remove(int entry, long hole)
    {
        *Key(entry) = hole;
        *Value(entry) = hole;
        words[Elements] = Tagged.SmallInteger(Count - 1);
        words[Deleted] = Tagged.SmallInteger(DeletedCount + 1);
    }

    /// <summary>Notes that an entry was not copied to the successor.</summary>
    /// <param name="number">How many were noted before.</param>
    /// <param name="entry">Its number.</param>
    public void NoteLeftOut(int number, int entry) => words[FirstBucket + number] = Tagged.SmallInteger(entry);

    /// <summary>The slot of the successor, which is still to be written.</summary>
    /// <param name="isCleared">Whether it begins anew.</param>
    public long* Replace(bool isCleared)
    {
        if (isCleared)
        {
            words[Deleted] = Tagged.SmallInteger(Cleared);
        }

        return words + Elements;
    }

    /// <summary>Where an iterator of this replaced table stands in its successor.</summary>
    /// <param name="index">Where it stands here.</param>
    public int IndexInSuccessor(int index)
    {
        if (DeletedCount == Cleared)
        {
            return 0;
        }

        var leftOut = 0;
        while (leftOut < DeletedCount && Tagged.ToInteger(words[FirstBucket + leftOut]) < index)
        {
            leftOut++;
        }

        return index - leftOut;
    }
}
