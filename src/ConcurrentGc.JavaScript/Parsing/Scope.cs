namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>A region of text with names of its own.</summary>
/// <param name="kind">What opens it.</param>
/// <param name="parent">The scope around it; null for the module.</param>
/// <param name="unit">The function it is part of.</param>
/// <param name="isRepeated">Whether it lies in a loop of its function.</param>
internal sealed class Scope(ScopeKind kind, Scope? parent, FunctionUnit unit, bool isRepeated)
{
    private readonly Dictionary<string, Variable> _byName = new(StringComparer.Ordinal);
    private readonly List<Variable> _variables = [];

    /// <summary>What opens it.</summary>
    public ScopeKind Kind { get; } = kind;

    /// <summary>The scope around it.</summary>
    public Scope? Parent { get; } = parent;

    /// <summary>The function it is part of.</summary>
    public FunctionUnit Unit { get; } = unit;

    /// <summary>Whether it lies in a loop of its function.</summary>
    public bool IsRepeated { get; } = isRepeated;

    /// <summary>Its variables in order of declaration.</summary>
    public IReadOnlyList<Variable> Variables => _variables;

    /// <summary>Captured variables that live in a context; zero: no context.</summary>
    public int ContextSlots { get; set; }

    /// <summary>Register that holds the context while the scope is open.</summary>
    public int ContextRegister { get; set; } = -1;

    /// <summary>The variable of that name.</summary>
    /// <param name="name">A name.</param>
    public Variable? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Declares a name that hides an equal one of this scope.</summary>
    /// <param name="name">The name.</param>
    /// <param name="variableKind">How.</param>
    public Variable DeclareOver(string name, VariableKind variableKind)
    {
        var variable = new Variable(name, variableKind, this, 0);
        _byName[name] = variable;
        _variables.Add(variable);
        return variable;
    }

    /// <summary>Declares a name, or finds it declared.</summary>
    /// <param name="name">The name.</param>
    /// <param name="variableKind">How.</param>
    /// <param name="initializedAt">See <see cref="Variable"/>.</param>
    public Variable Declare(string name, VariableKind variableKind, int initializedAt)
    {
        if (_byName.TryGetValue(name, out var known))
        {
            return known;
        }

        var variable = new Variable(name, variableKind, this, initializedAt);
        _byName.Add(name, variable);
        _variables.Add(variable);
        return variable;
    }
}
