using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>
/// How JavaScript values lie in the heap. A shape number ends in four bits that say what kind of thing it is; the rest
/// numbers the shapes. Sizes are Node's without pointer compression.
/// </summary>
/// <remarks>Source: V8 11.3, objects/*.tq; javascript.md sections 3.2 and 4 of the reference runs.</remarks>
internal static class ObjectLayout
{
    /// <summary>undefined, null, true, false, the hole.</summary>
    public const int KindOddball = 0;

    /// <summary>Boxed double.</summary>
    public const int KindNumber = 1;

    /// <summary>String of bytes.</summary>
    public const int KindOneByte = 2;

    /// <summary>String of 16-bit units.</summary>
    public const int KindTwoByte = 3;

    /// <summary>Concatenation that has not been copied.</summary>
    public const int KindCons = 4;

    /// <summary>Part of another string.</summary>
    public const int KindSliced = 5;

    /// <summary>Backing stores and mementos.</summary>
    public const int KindInternal = 6;

    /// <summary>Captured variables.</summary>
    public const int KindContext = 7;

    /// <summary>The first kind that is an object of the language.</summary>
    public const int KindObject = 8;

    /// <summary>Array.</summary>
    public const int KindArray = 9;

    /// <summary>Function.</summary>
    public const int KindFunction = 10;

    /// <summary>Error object.</summary>
    public const int KindError = 11;

    /// <summary>Map or Set; the header of its table says which.</summary>
    public const int KindCollection = 12;

    /// <summary>WeakMap, WeakSet, WeakRef or FinalizationRegistry.</summary>
    public const int KindWeak = 13;

    /// <summary>Iterator of a built-in kind; the root of its shape says which.</summary>
    public const int KindIterator = 14;

    /// <summary>ArrayBuffer or typed array; the layout says which.</summary>
    public const int KindBuffer = 15;

    /// <summary>Bits of a shape number that say the kind.</summary>
    public const int KindMask = 15;

    /// <summary>Bits of a shape number below its index.</summary>
    public const int KindBits = 4;

    /// <summary>The first index that a program can use.</summary>
    public const int FirstFreeShape = 56;

    /// <summary>Index of the shape of arrays of small integers.</summary>
    public const int SmiArrayIndex = 16;

    /// <summary>Index of the shape of arrays of doubles.</summary>
    public const int DoubleArrayIndex = 17;

    /// <summary>Index of the shape of arrays of any values.</summary>
    public const int ValueArrayIndex = 18;

    /// <summary>The bit in which the headers of small-integer and value arrays differ.</summary>
    public const long ArrayKindBit = 2L << (32 + KindBits);

    /// <summary>Header of a boxed double: 16 bytes.</summary>
    public const long NumberHeader = (1L << 36 | (long)KindNumber << 32) | 2 << 8 | (int)LayoutKind.RawFields << 1;

    /// <summary>Header of undefined, null, true, false and the hole: 16 bytes.</summary>
    public const long OddballHeader = (2L << 36 | (long)KindOddball << 32) | 2 << 8 | (int)LayoutKind.RawFields << 1;

    /// <summary>Header of a string of bytes.</summary>
    public const long OneByteHeader = (3L << 36 | (long)KindOneByte << 32) | (int)LayoutKind.RawByteArray << 1;

    /// <summary>Header of a string of 16-bit units.</summary>
    public const long TwoByteHeader = (4L << 36 | (long)KindTwoByte << 32) | (int)LayoutKind.RawTwoByteArray << 1;

    /// <summary>Header of a concatenation: length, first, second; 32 bytes.</summary>
    public const long ConsHeader = (5L << 36 | (long)KindCons << 32) | 4 << 8 | (int)LayoutKind.TaggedFields << 1;

    /// <summary>Header of a slice: length, parent, offset; 32 bytes.</summary>
    public const long SlicedHeader = (6L << 36 | (long)KindSliced << 32) | 4 << 8 | (int)LayoutKind.TaggedFields << 1;

    /// <summary>Header of a store of tagged words.</summary>
    public const long FixedArrayHeader = (7L << 36 | (long)KindInternal << 32) | (int)LayoutKind.TaggedArray << 1;

    /// <summary>Header of a store that array literals share until one is written.</summary>
    public const long CopyOnWriteHeader = (8L << 36 | (long)KindInternal << 32) | (int)LayoutKind.TaggedArray << 1;

    /// <summary>Header of a store of doubles.</summary>
    public const long DoubleArrayHeader = (9L << 36 | (long)KindInternal << 32) | (int)LayoutKind.RawWordArray << 1;

    /// <summary>Header of a store of properties outside their object.</summary>
    public const long PropertyArrayHeader = (10L << 36 | (long)KindInternal << 32) | (int)LayoutKind.TaggedArray << 1;

    /// <summary>Header of an allocation memento: 16 bytes.</summary>
    public const long MementoHeader = (11L << 36 | (long)KindInternal << 32) | 2 << 8 | (int)LayoutKind.RawFields << 1;

    /// <summary>Header of a context.</summary>
    public const long ContextHeader = (12L << 36 | (long)KindContext << 32) | (int)LayoutKind.TaggedArray << 1;

    /// <summary>Header of a Map's table.</summary>
    public const long MapTableHeader = (13L << 36 | (long)KindInternal << 32) | (int)LayoutKind.TaggedArray << 1;

    /// <summary>Header of a Set's table.</summary>
    public const long SetTableHeader = (14L << 36 | (long)KindInternal << 32) | (int)LayoutKind.TaggedArray << 1;

    /// <summary>Header of a WeakMap's table.</summary>
    public const long WeakMapTableHeader = (15L << 36 | (long)KindInternal << 32) | (int)LayoutKind.EphemeronTable << 1;

    /// <summary>Header of a WeakSet's table.</summary>
    public const long WeakSetTableHeader = (21L << 36 | (long)KindInternal << 32) | (int)LayoutKind.EphemeronTable << 1;

    /// <summary>Header of a cell of a FinalizationRegistry.</summary>
    public const long CellHeader = (29L << 36 | (long)KindInternal << 32) | WeakWords.CellWords << 8 | (int)LayoutKind.WeakCell << 1;

    /// <summary>Header of what leads to a FinalizationRegistry: next such thing, nothing, the registry, which is weak.</summary>
    public const long RegistryLinkHeader = (30L << 36 | (long)KindInternal << 32) | 4 << 8 | (int)LayoutKind.WeakReference << 1;

    /// <summary>Header of an array of small integers without named properties.</summary>
    public const long SmiArrayHeader = ((long)SmiArrayIndex << 36 | (long)KindArray << 32) | 4 << 8 | (int)LayoutKind.TaggedFields << 1;

    /// <summary>Header of an array of doubles without named properties.</summary>
    public const long DoubleArrayObjectHeader = ((long)DoubleArrayIndex << 36 | (long)KindArray << 32) | 4 << 8 | (int)LayoutKind.TaggedFields << 1;

    /// <summary>Header of an array of any values without named properties.</summary>
    public const long ValueArrayHeader = ((long)ValueArrayIndex << 36 | (long)KindArray << 32) | 4 << 8 | (int)LayoutKind.TaggedFields << 1;

    /// <summary>Bytes of an object before its first field: header, properties, elements.</summary>
    public const int ObjectPrefixBytes = 24;

    /// <summary>Bytes of an array object.</summary>
    public const int ArrayBytes = 32;

    /// <summary>Bytes of a Map, Set, WeakMap, WeakSet or WeakRef: three words, and a table or target.</summary>
    public const int CollectionBytes = 32;

    /// <summary>Bytes of an iterator of a table or string: three words, what it is of, and where it stands.</summary>
    public const int IteratorBytes = 40;

    /// <summary>Bytes of an iterator of an array, which says what it gives, too.</summary>
    public const int ArrayIteratorBytes = 48;

    /// <summary>Bytes of what an iterator's next returns.</summary>
    public const int IteratorResultBytes = 40;

    /// <summary>Bytes of a FinalizationRegistry.</summary>
    public const int RegistryBytes = 80;

    /// <summary>Bytes of a boxed double, an oddball, a memento.</summary>
    public const int BoxBytes = 16;

    /// <summary>Bytes of a function that can construct.</summary>
    public const int FunctionBytes = 64;

    /// <summary>Bytes of a function without prototype.</summary>
    public const int ArrowBytes = 56;

    /// <summary>Offset of a function's description (an offset in the side region).</summary>
    public const int FunctionInfoOffset = 24;

    /// <summary>Offset of a function's context.</summary>
    public const int FunctionContextOffset = 32;

    /// <summary>Offset of a function's home object.</summary>
    public const int FunctionHomeOffset = 40;

    /// <summary>Offset of the shape of a function's instances, a small integer.</summary>
    public const int FunctionShapeOffset = 48;

    /// <summary>Offset of a function's prototype.</summary>
    public const int FunctionPrototypeOffset = 56;

    /// <summary>Words of a context before its variables: scope, previous context.</summary>
    public const int ContextPrefixWords = 2;

    /// <summary>The register word that says: a double, whose bits are in the shadow stack.</summary>
    public const long DoubleMarker = 2;

    /// <summary>Bits of the hole in a store of doubles.</summary>
    public const long HoleBits = unchecked((long)0xFFF7FFFFFFF7FFFF);

    /// <summary>Longest string, in 16-bit units.</summary>
    public const int MaximumStringLength = 536_870_888;

    /// <summary>Shortest concatenation or slice that is not copied.</summary>
    public const int MinimumRopeLength = 13;

    /// <summary>Index of a shape in the table.</summary>
    /// <param name="header">An object's header.</param>
    public static int ShapeIndex(long header) => (int)(header >> 36);

    /// <summary>Kind of a thing.</summary>
    /// <param name="header">Its header.</param>
    public static int Kind(long header) => (int)(header >> 32) & KindMask;
}
