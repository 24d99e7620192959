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

    /// <summary>Map, Set and weak classes as constructors, and the methods of Map and Set.</summary>
    Collection,

    /// <summary>Methods of weak classes.</summary>
    Weak,

    /// <summary>Iterators, what makes them, and symbols.</summary>
    Iteration,

    /// <summary>Functions of Object, and what only the library calls.</summary>
    Library,

    /// <summary>Timers and other callbacks that run later.</summary>
    Task,

    /// <summary>Questions about memory.</summary>
    Process,

    /// <summary>Array buffers and typed arrays.</summary>
    Buffer,

    /// <summary>Errors and their method.</summary>
    Error,
}
