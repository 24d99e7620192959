namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>A declared name and where its value lives.</summary>
/// <param name="name">Its name.</param>
/// <param name="kind">How it was declared.</param>
/// <param name="scope">Where.</param>
/// <param name="initializedAt">Text position from which code of the same function finds it initialized.</param>
internal sealed class Variable(string name, VariableKind kind, Scope scope, int initializedAt)
{
    /// <summary>Its name.</summary>
    public string Name { get; } = name;

    /// <summary>How it was declared.</summary>
    public VariableKind Kind { get; } = kind;

    /// <summary>Where it was declared.</summary>
    public Scope Scope { get; } = scope;

    /// <summary>Whether an inner function uses it.</summary>
    public bool IsCaptured { get; set; }

    /// <summary>Whether anything uses it.</summary>
    public bool IsUsed { get; set; }

    /// <summary>Whether anything but its declaration as a function or class gives it a value.</summary>
    public bool IsAssigned { get; set; }

    /// <summary>Whether some access may come before its initialization, so that it starts as the hole.</summary>
    public bool NeedsHole { get; set; }

    /// <summary>Register, when it is neither captured nor global.</summary>
    public int Register { get; set; } = -1;

    /// <summary>Instruction from which on its register holds its value, in the scope; minus one: always.</summary>
    public int LiveFrom { get; set; } = -1;

    /// <summary>Slot in its scope's context, when it is captured.</summary>
    public int Slot { get; set; } = -1;

    /// <summary>Number of the module variable, when it is one.</summary>
    public int Global { get; set; } = -1;

    /// <summary>Whether it can be read before it is initialized.</summary>
    public bool IsLexical => Kind is VariableKind.Let or VariableKind.Const or VariableKind.Class;

    /// <summary>Whether assignment throws.</summary>
    public bool IsConstant => Kind is VariableKind.Const || (Kind == VariableKind.Class && Scope.Kind == ScopeKind.Class);

    /// <summary>Whether an access must look for the hole.</summary>
    /// <param name="unit">The function that accesses it.</param>
    /// <param name="position">Text position of the access.</param>
    public bool MustCheck(FunctionUnit unit, int position) =>
        IsLexical && (unit != Scope.Unit || position < initializedAt || Scope.Kind == ScopeKind.Switch);
}
