using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Meta;

/// <summary>How map objects, cells and code objects lie in the heap. Shape numbers as in <see cref="ObjectLayout"/>.</summary>
/// <remarks>Source: V8 3.28, objects.h (Map, Cell, PropertyCell, Code). What a collector does not see of them is zero.</remarks>
internal static class MetaLayout
{
    /// <summary>Words of a map object.</summary>
    public const int MapWords = 11;

    /// <summary>Index of a map object's word that says how many words its instances have.</summary>
    public const int MapInstanceWords = 1;

    /// <summary>Index of the word that points to the prototype.</summary>
    public const int MapPrototype = 3;

    /// <summary>Index of the word that points to the map object before the last property was added.</summary>
    public const int MapParent = 4;

    /// <summary>Index of the word with the number of properties.</summary>
    public const int MapProperties = 5;

    /// <summary>Words of a cell: header and value.</summary>
    public const int CellWords = 2;

    /// <summary>Words of a property cell: header, value, type, dependent code.</summary>
    public const int PropertyCellWords = 4;

    /// <summary>Index of the value of a cell of either kind.</summary>
    public const int CellValue = 1;

    /// <summary>Words of a code object before its instructions.</summary>
    public const int CodePrefixWords = 12;

    /// <summary>
    /// Bytes of machine code for a byte of bytecode. Measured under Node 20: 200 functions of 100 bytes of bytecode each,
    /// with loops, arithmetic and fields, take 1,023 bytes each in code space when they are optimized, prefix included.
    /// </summary>
    public const int CodeBytesForByte = 9;

    /// <summary>Header of a map object.</summary>
    public const long MapHeader = (31L << 36 | (long)ObjectLayout.KindInternal << 32) | MapWords << 8 | (int)LayoutKind.TaggedFields << 1;

    /// <summary>Header of a cell.</summary>
    public const long CellHeader = (46L << 36 | (long)ObjectLayout.KindInternal << 32) | CellWords << 8 | (int)LayoutKind.TaggedFields << 1;

    /// <summary>Header of a property cell.</summary>
    public const long PropertyCellHeader =
        (47L << 36 | (long)ObjectLayout.KindInternal << 32) | PropertyCellWords << 8 | (int)LayoutKind.TaggedFields << 1;

    /// <summary>Header of a code object.</summary>
    /// <param name="words">Its size.</param>
    public static long CodeHeader(int words) => ObjectHeader.Encode(LayoutKind.TaggedFields, words, ObjectLayout.KindInternal);
}
