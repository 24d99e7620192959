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
}
