namespace ConcurrentGc.Heap.Words;

/// <summary>Which words of an object are weak, and what clearing one does.</summary>
/// <remarks>Source: V8 11.3, objects/hash-table.h (EphemeronHashTable), objects/js-weak-refs.tq (JSWeakRef, WeakCell).</remarks>
public static class WeakWords
{
    // Note [Weak words].
    //
    // The header alone tells which words of an object do not keep alive what they point to. All words after the header, or
    // after the length of a table, are tagged; a dead weak word becomes Tagged.Zero.
    //
    //   EphemeronTable   word 1 length; 2 elements, 3 deleted pairs, 4 capacity (small integers); from word 5 on pairs.
    //                    key     weak.
    //                    value   kept alive only while both the table and the key are alive.
    //                    Key died: both words become zero, elements - 1, deleted + 1. The table can be searched at any time:
    //                    a pair that was never used holds the program's undefined, which lies in read-only space, is never
    //                    dead and ends a search; zero does not end one.
    //   WeakReference    word 3, the last, is weak; words 1 and 2 are strong.
    //   WeakCell         word 1 target: weak. It died: zero, and HeapControl.ClearedCells + 1, once a cell.
    //                    word 2 token: weak. It died: zero; nothing is counted.
    //                    word 3 registry, 4 held value, 5 next, 6 previous, 7 next of the same token, 8 previous: strong.
    //                    A cell that was unregistered, or whose held value was handed out, is in no list; its target is zero
    //                    already and it does not count.
    //
    // A full collection decides after its closure; a scavenge keeps everything that a weak word points to. A collector that
    // treats weak words as strong is right, too, and clears nothing. What is cleared while the program stands is a plain
    // write, as the rest of clearing. The program reads weak words between two safepoints only and takes zero for absent.

    /// <summary>Index of the word of a table that counts its elements.</summary>
    public const int TableElements = 2;

    /// <summary>Index of the word of a table that counts its deleted pairs.</summary>
    public const int TableDeleted = 3;

    /// <summary>Index of the word of a table with the number of pairs it has room for.</summary>
    public const int TableCapacity = 4;

    /// <summary>Index of the first key of a table; its value follows.</summary>
    public const int TableFirstKey = 5;

    /// <summary>Index of the weak word of a weak reference.</summary>
    public const int ReferenceTarget = 3;

    /// <summary>Index of a cell's target, which is weak.</summary>
    public const int CellTarget = 1;

    /// <summary>Index of a cell's token for unregistering, which is weak.</summary>
    public const int CellToken = 2;

    /// <summary>Index of a cell's registry.</summary>
    public const int CellRegistry = 3;

    /// <summary>Index of the value that the cleanup gets.</summary>
    public const int CellHeld = 4;

    /// <summary>Index of the next cell of the registry.</summary>
    public const int CellNext = 5;

    /// <summary>Index of the previous cell of the registry.</summary>
    public const int CellPrevious = 6;

    /// <summary>Index of the next cell with the same token.</summary>
    public const int CellTokenNext = 7;

    /// <summary>Index of the previous cell with the same token.</summary>
    public const int CellTokenPrevious = 8;

    /// <summary>Words of a cell.</summary>
    public const int CellWords = 9;

    /// <summary>The tagged words of an object that keep alive what they point to.</summary>
    /// <param name="header">Its header, not forwarded.</param>
    /// <param name="bytes">Its size.</param>
    /// <returns>Byte offsets of the first one and behind the last one; equal when there is none.</returns>
    public static (long First, long End) Strong(long header, long bytes) => ObjectHeader.Layout(header) switch
    {
        LayoutKind.EphemeronTable => (bytes, bytes),
        LayoutKind.WeakReference => (ObjectHeader.Bytes, ReferenceTarget * sizeof(long)),
        LayoutKind.WeakCell => (CellRegistry * sizeof(long), bytes),
        _ => (ObjectHeader.FirstTaggedOffset(header, bytes), bytes),
    };

    /// <summary>The weak words of an object with a fixed number of them; none of a table.</summary>
    /// <param name="header">Its header, not forwarded.</param>
    /// <returns>Indices of the first one and behind the last one.</returns>
    public static (int First, int End) Weak(long header) => ObjectHeader.Layout(header) switch
    {
        LayoutKind.WeakReference => (ReferenceTarget, ReferenceTarget + 1),
        LayoutKind.WeakCell => (CellTarget, CellToken + 1),
        _ => (0, 0),
    };
}
