namespace ConcurrentGc.Heap.Marking;

/// <summary>An object's color, derived from its two mark bits.</summary>
/// <remarks>Source: V8 11.3, heap/marking.h: white 00, grey 10, black 11.</remarks>
public enum Color
{
    /// <summary>Not reached in this cycle.</summary>
    White = 0,

    /// <summary>Reached; to be scanned.</summary>
    Grey = 1,

    /// <summary>Reached and scanned.</summary>
    Black = 2,
}
