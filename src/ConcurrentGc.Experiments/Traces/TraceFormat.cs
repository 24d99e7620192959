namespace ConcurrentGc.Experiments.Traces;

/// <summary>
/// The text of an allocation trace: a first line, then one operation a line: a letter and whole numbers, each after one
/// space. <c>config/README.md</c> says what the operations do.
/// </summary>
internal static class TraceFormat
{
    /// <summary>The first line.</summary>
    public const string FirstLine = "orinoco-trace 1";

    /// <summary>Bytes of old space that hold what the program itself brought there; the second line, or missing.</summary>
    public const byte LiteralBytes = (byte)'o';

    /// <summary>Name, bytes: allocates an object without pointers and holds it.</summary>
    public const byte Allocate = (byte)'a';

    /// <summary>Name, bytes: allocates an object that consists of pointers and holds it.</summary>
    public const byte AllocatePointers = (byte)'p';

    /// <summary>Bytes and how many, one when missing: allocates objects without pointers that nobody holds.</summary>
    public const byte Garbage = (byte)'g';

    /// <summary>Holder, slot, value: stores a pointer, or none.</summary>
    public const byte Store = (byte)'s';

    /// <summary>Root, value: sets a root of the whole program.</summary>
    public const byte Root = (byte)'r';

    /// <summary>Locals: calls, with a new frame.</summary>
    public const byte Call = (byte)'c';

    /// <summary>Local, value: sets a local of the top frame.</summary>
    public const byte Local = (byte)'l';

    /// <summary>Returns: the top frame is gone.</summary>
    public const byte Return = (byte)'x';

    /// <summary>Lets go of what allocations hold.</summary>
    public const byte LetGo = (byte)'h';

    /// <summary>Name: it is not used for its object any more.</summary>
    public const byte Drop = (byte)'d';

    /// <summary>How many: runs instructions.</summary>
    public const byte Instructions = (byte)'w';

    /// <summary>Names lie below it.</summary>
    public const long MostNames = 1L << 28;

    /// <summary>Roots, words of frames, and objects that are held lie below it, each.</summary>
    public const long MostRoots = 1L << 24;

    /// <summary>The largest object.</summary>
    public const long MostObjectBytes = 1L << 32;
}
