namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>What a program may hold that is refused; the number is the one of its diagnostic.</summary>
internal enum Feature
{
    /// <summary>The text is no JavaScript.</summary>
    Syntax = 1,

    /// <summary>A built-in object or function by its name.</summary>
    BuiltIn = 2,

    /// <summary>Generators.</summary>
    Generators = 7,

    /// <summary>async and await.</summary>
    Async = 8,

    /// <summary>for-of, for-in, for-await.</summary>
    Iteration = 9,

    /// <summary>Patterns, defaults, rest and spread.</summary>
    Patterns = 10,

    /// <summary>Getters, setters, private names, static blocks, decorators.</summary>
    ClassElements = 11,

    /// <summary>eval, Function, with.</summary>
    DynamicScope = 12,

    /// <summary>import, export, require of anything but the shims.</summary>
    Modules = 13,

    /// <summary>Regular expressions, BigInt, tagged templates, delete and other expressions.</summary>
    Expressions = 14,
}
