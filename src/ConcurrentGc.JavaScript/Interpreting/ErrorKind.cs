namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>The error classes of the language.</summary>
internal enum ErrorKind
{
    /// <summary>Error.</summary>
    Error = 0,

    /// <summary>TypeError.</summary>
    TypeError = 1,

    /// <summary>RangeError.</summary>
    RangeError = 2,

    /// <summary>ReferenceError.</summary>
    ReferenceError = 3,

    /// <summary>SyntaxError.</summary>
    SyntaxError = 4,

    /// <summary>EvalError.</summary>
    EvalError = 5,

    /// <summary>URIError.</summary>
    UriError = 6,
}
