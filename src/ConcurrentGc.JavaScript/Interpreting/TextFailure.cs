namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Why a value has no text, or no number.</summary>
internal enum TextFailure
{
    /// <summary>Its conversion would run code of the program, which is not available.</summary>
    Written = 0,

    /// <summary>It is nested more deeply than the stack is.</summary>
    TooDeep = 1,

    /// <summary>The text is longer than a string can be.</summary>
    TooLong = 2,

    /// <summary>A format that Node knows and the simulator does not.</summary>
    Format = 3,

    /// <summary>A built-in object, which Node shows in a way of its own.</summary>
    BuiltIn = 4,

    /// <summary>A symbol has no text.</summary>
    SymbolText = 5,

    /// <summary>A symbol has no number.</summary>
    SymbolNumber = 6,
}
