namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Numbers that are the same in every program: names, prototypes, shapes and constants that exist before it.</summary>
internal static class Realm
{
    /// <summary>Name <c>length</c>.</summary>
    public const int NameLength = 0;

    /// <summary>Name <c>name</c>.</summary>
    public const int NameName = 1;

    /// <summary>Name <c>prototype</c>.</summary>
    public const int NamePrototype = 2;

    /// <summary>Name <c>constructor</c>.</summary>
    public const int NameConstructor = 3;

    /// <summary>Name <c>message</c>.</summary>
    public const int NameMessage = 4;

    /// <summary>Name <c>toString</c>.</summary>
    public const int NameToString = 5;

    /// <summary>Name <c>valueOf</c>.</summary>
    public const int NameValueOf = 6;

    /// <summary>Name <c>stack</c>.</summary>
    public const int NameStack = 7;

    /// <summary>Name <c>__proto__</c>.</summary>
    public const int NameProto = 8;

    /// <summary>The property whose key is the symbol <c>Symbol.iterator</c>: no string is its name.</summary>
    public const int NameIterator = 9;

    /// <summary>Name <c>size</c>.</summary>
    public const int NameSize = 10;

    /// <summary>Name <c>next</c>.</summary>
    public const int NameNext = 11;

    /// <summary>Name <c>done</c>.</summary>
    public const int NameDone = 12;

    /// <summary>Name <c>value</c>.</summary>
    public const int NameValue = 13;

    /// <summary>Name <c>byteLength</c>.</summary>
    public const int NameByteLength = 14;

    /// <summary>Name <c>byteOffset</c>.</summary>
    public const int NameByteOffset = 15;

    /// <summary>Name <c>buffer</c>; the first one of <see cref="BuiltIns.MissingBuiltIns.Names"/> follows.</summary>
    public const int NameBuffer = 16;

    /// <summary>Index of Object.prototype.</summary>
    public const int ObjectPrototype = 0;

    /// <summary>Index of Function.prototype.</summary>
    public const int FunctionPrototype = 1;

    /// <summary>Index of Array.prototype.</summary>
    public const int ArrayPrototype = 2;

    /// <summary>Index of String.prototype.</summary>
    public const int StringPrototype = 3;

    /// <summary>Index of Number.prototype.</summary>
    public const int NumberPrototype = 4;

    /// <summary>Index of Boolean.prototype.</summary>
    public const int BooleanPrototype = 5;

    /// <summary>Index of Error.prototype; those of the other error classes follow in the order of <see cref="ErrorKind"/>.</summary>
    public const int ErrorPrototype = 6;

    /// <summary>Number of error classes.</summary>
    public const int ErrorKinds = 7;

    /// <summary>Index of Map.prototype; those of Set, WeakMap, WeakSet, WeakRef and FinalizationRegistry follow.</summary>
    public const int MapPrototype = ErrorPrototype + ErrorKinds;

    /// <summary>Index of Symbol.prototype.</summary>
    public const int SymbolPrototype = MapPrototype + 6;

    /// <summary>Index of the prototype of all iterators' prototypes; those of Map, Set, Array and String follow.</summary>
    public const int IteratorPrototype = SymbolPrototype + 1;

    /// <summary>Index of ArrayBuffer.prototype.</summary>
    public const int ArrayBufferPrototype = IteratorPrototype + 5;

    /// <summary>Index of the prototype of all typed arrays' prototypes; those follow by kind of element.</summary>
    public const int TypedArrayPrototype = ArrayBufferPrototype + 1;

    /// <summary>Index of null, the prototype of Object.prototype.</summary>
    public const int NoPrototype = TypedArrayPrototype + 10;

    /// <summary>Shape of functions with a prototype.</summary>
    public const int FunctionShape = 19;

    /// <summary>Shape of functions without one.</summary>
    public const int ArrowShape = 20;

    /// <summary>Shape of Error objects without properties; those of the other error classes follow.</summary>
    public const int ErrorShape = 22;

    /// <summary>Shape of Maps without properties; those of Set, WeakMap, WeakSet, WeakRef and FinalizationRegistry follow.</summary>
    public const int MapShape = 32;

    /// <summary>Shape of WeakRefs without properties.</summary>
    public const int WeakRefShape = MapShape + 4;

    /// <summary>Shape of a Map's iterators over keys; those over values and entries follow.</summary>
    public const int MapIteratorShape = 38;

    /// <summary>Shape of a Set's iterators over values; that over entries follows.</summary>
    public const int SetIteratorShape = 41;

    /// <summary>Shape of iterators of arrays.</summary>
    public const int ArrayIteratorShape = 43;

    /// <summary>Shape of iterators of strings.</summary>
    public const int StringIteratorShape = 44;

    /// <summary>Root of the shape of what an iterator's next returns.</summary>
    public const int IteratorResultShape = 45;

    /// <summary>Shape of array buffers without properties.</summary>
    public const int ArrayBufferShape = 46;

    /// <summary>Shape of typed arrays without properties of the first kind of element; the others follow.</summary>
    public const int TypedArrayShape = 47;

    /// <summary>Constant "number", from the start of the realm's constants.</summary>
    public const int TypeNumber = 0;

    /// <summary>Constant "string".</summary>
    public const int TypeString = 1;

    /// <summary>Constant "function".</summary>
    public const int TypeFunction = 2;

    /// <summary>Constant "object".</summary>
    public const int TypeObject = 3;

    /// <summary>Constant "undefined".</summary>
    public const int TypeUndefined = 4;

    /// <summary>Constant "boolean".</summary>
    public const int TypeBoolean = 5;

    /// <summary>The store that caches texts of small integers.</summary>
    public const int NumberTexts = 6;

    /// <summary>Constant "symbol".</summary>
    public const int TypeSymbol = 7;

    /// <summary>Number of entries of that cache.</summary>
    public const int NumberTextEntries = 256;

    /// <summary>Slots more than its text says that the first instances of a constructor get.</summary>
    public const int SlackProperties = 8;

    /// <summary>Instances after which their size is settled.</summary>
    public const int SlackInstances = 7;

    /// <summary>Properties at most that lie in an object.</summary>
    public const int MaximumLiteralCapacity = 252;

    /// <summary>Names in the order of their numbers.</summary>
    public static IReadOnlyList<string> Names { get; } =
        ["length", "name", "prototype", "constructor", "message", "toString", "valueOf", "stack", "__proto__", IteratorKey, "size", "next", "done", "value", "byteLength", "byteOffset", "buffer"];

    /// <summary>What stands for the symbol <c>Symbol.iterator</c> among the names of properties.</summary>
    public const string IteratorKey = "\uDC00Symbol(Symbol.iterator)";

    /// <summary>Whether a prototype is that of a class of errors.</summary>
    /// <param name="prototype">Its index.</param>
    public static bool IsError(int prototype) => prototype is >= ErrorPrototype and < ErrorPrototype + ErrorKinds;
}
