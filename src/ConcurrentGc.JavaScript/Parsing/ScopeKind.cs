namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>What opens a scope.</summary>
internal enum ScopeKind
{
    /// <summary>A function's parameters and body, or the module.</summary>
    Function,

    /// <summary>A block.</summary>
    Block,

    /// <summary>The head of a for loop: one instance an iteration.</summary>
    Loop,

    /// <summary>The cases of a switch.</summary>
    Switch,

    /// <summary>A catch parameter.</summary>
    Catch,

    /// <summary>A class: its name and its field initializer.</summary>
    Class,
}
