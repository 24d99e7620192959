using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>One function of the program, or the module, or the initializer of a class's fields.</summary>
/// <param name="node">Its syntax.</param>
/// <param name="parent">The function around it.</param>
/// <param name="isArrow">Whether it takes <c>this</c> from the function around it.</param>
internal sealed class FunctionUnit(Node node, FunctionUnit? parent, bool isArrow)
{
    /// <summary>Its syntax.</summary>
    public Node Node { get; } = node;

    /// <summary>The function around it; null for the module.</summary>
    public FunctionUnit? Parent { get; } = parent;

    /// <summary>Whether it takes <c>this</c> from the function around it.</summary>
    public bool IsArrow { get; } = isArrow;

    /// <summary>Whether it is strict code.</summary>
    public bool IsStrict { get; } = node switch
    {
        IHoistingScope program => program.Strict,
        IFunction { Body: IHoistingScope body } => body.Strict,
        IFunction => parent?.IsStrict ?? false,
        _ => true, // a class
    };

    /// <summary>Whether it, or an arrow function in it, uses <c>this</c>.</summary>
    public bool UsesThis { get; set; }

    /// <summary>Names of functions that are declared in its blocks: in sloppy code they are variables of the function, too.</summary>
    public HashSet<string> BlockFunctions { get; } = new(StringComparer.Ordinal);

    /// <summary>Its outermost scope.</summary>
    public Scope Root { get; set; } = null!;

    /// <summary>All its scopes, outer ones first.</summary>
    public List<Scope> Scopes { get; } = [];

    /// <summary><c>this</c> as a variable, when an arrow function captures it.</summary>
    public Variable? This { get; set; }

    /// <summary>Registers of <c>this</c>, parameters and variables.</summary>
    public int Registers { get; set; }

    /// <summary>Number of parameters.</summary>
    public int Parameters { get; set; }

    /// <summary>The function whose <c>this</c> code in this one means.</summary>
    public FunctionUnit ThisOwner => IsArrow ? Parent!.ThisOwner : this;
}
