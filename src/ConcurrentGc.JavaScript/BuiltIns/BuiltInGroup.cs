namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>Functions that one method of the machine carries out.</summary>
internal enum BuiltInGroup
{
    /// <summary>Math.</summary>
    Math,

    /// <summary>Output, end and time.</summary>
    Host,

    /// <summary>Conversions, tests of values, constructors but for errors.</summary>
    Conversion,

    /// <summary>Methods of objects, functions, numbers and booleans.</summary>
    Primitive,

    /// <summary>Methods of arrays.</summary>
    Array,

    /// <summary>Methods of strings.</summary>
    Text,

    /// <summary>Timers and other callbacks that run later.</summary>
    Task,

    /// <summary>Questions about memory.</summary>
    Process,

    /// <summary>Errors and their method.</summary>
    Error,
}
