namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>How a function can be called.</summary>
[Flags]
internal enum FunctionFlags
{
    /// <summary>A method: called, not constructed.</summary>
    None = 0,

    /// <summary>Can follow <c>new</c>.</summary>
    Constructor = 1,

    /// <summary>Must follow <c>new</c>.</summary>
    ClassConstructor = 2,

    /// <summary>A class with <c>extends</c>.</summary>
    Derived = 4,

    /// <summary>Written in C#.</summary>
    BuiltIn = 8,

    /// <summary>An arrow function: takes over the home object of the function around it.</summary>
    Arrow = 16,

    /// <summary>Sloppy code that uses <c>this</c>: without an object it would see the global one, which is not there.</summary>
    SloppyThis = 32,

    /// <summary>A built-in function that is written in JavaScript.</summary>
    Library = 64,
}
