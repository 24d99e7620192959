namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>How a variable was declared.</summary>
internal enum VariableKind
{
    /// <summary>var, or a function declaration.</summary>
    Var,

    /// <summary>let, or a catch parameter, without a hole.</summary>
    Plain,

    /// <summary>let.</summary>
    Let,

    /// <summary>const.</summary>
    Const,

    /// <summary>The name of a class.</summary>
    Class,

    /// <summary>A parameter.</summary>
    Parameter,

    /// <summary>The name of a function expression inside itself.</summary>
    FunctionName,

    /// <summary><c>this</c>, captured by an arrow function.</summary>
    This,
}
