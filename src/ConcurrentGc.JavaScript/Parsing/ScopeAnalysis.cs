using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>
/// Finds out where every name is declared, which variables inner functions capture, and which may be read before they are
/// initialized; refuses names of built-ins that do not exist here. Runs on refused programs too, to report all at once.
/// </summary>
/// <param name="check">Where refusals go.</param>
internal sealed partial class ScopeAnalysis(FeatureCheck check)
{
    private readonly Dictionary<Node, Scope> _scopes = [];
    private readonly Dictionary<Node, FunctionUnit> _units = [];
    private readonly Dictionary<Node, FunctionUnit> _fieldUnits = [];
    private readonly Dictionary<Node, FunctionUnit> _staticUnits = [];
    private int _loops;

    /// <summary>Number of module variables.</summary>
    public int Globals { get; private set; }

    /// <summary>The whole program as a function.</summary>
    public FunctionUnit Module { get; private set; } = null!;

    /// <summary>The scope that a node opens.</summary>
    /// <param name="node">A block, loop, switch, catch clause or class.</param>
    public Scope ScopeOf(Node node) => _scopes[node];

    /// <summary>The function that a node is.</summary>
    /// <param name="node">A function.</param>
    public FunctionUnit UnitOf(Node node) => _units[node];

    /// <summary>The initializer of a class's instance fields, when it has any.</summary>
    /// <param name="body">The class body.</param>
    public FunctionUnit? FieldsOf(ClassBody body) => _fieldUnits.GetValueOrDefault(body);

    /// <summary>The initializer of a class's static fields, when it has any.</summary>
    /// <param name="body">The class body.</param>
    public FunctionUnit? StaticFieldsOf(ClassBody body) => _staticUnits.GetValueOrDefault(body);

    /// <summary>Analyzes a program.</summary>
    /// <param name="program">Its tree.</param>
    public void Run(Program program)
    {
        Module = OpenUnit(program, parent: null, isArrow: false, outer: null);
        HoistVars(program.Body, Module.Root);
        HoistLexical(program.Body, Module.Root, isFunctionRoot: true);
        foreach (var statement in program.Body)
        {
            Visit(statement, Module.Root);
        }

        foreach (var unit in AllUnits())
        {
            AssignPlaces(unit);
        }
    }

    private IEnumerable<FunctionUnit> AllUnits() =>
        _units.Values.Concat(_fieldUnits.Values).Concat(_staticUnits.Values).Prepend(Module);

    private FunctionUnit OpenUnit(Node node, FunctionUnit? parent, bool isArrow, Scope? outer)
    {
        var unit = new FunctionUnit(node, parent, isArrow);
        unit.Root = Open(ScopeKind.Function, outer, unit);
        return unit;
    }

    private Scope Open(ScopeKind kind, Scope? parent, FunctionUnit unit)
    {
        var scope = new Scope(kind, parent, unit, _loops > 0);
        unit.Scopes.Add(scope);
        return scope;
    }

    private void AssignPlaces(FunctionUnit unit)
    {
        var next = unit.Parameters + 1;
        foreach (var scope in unit.Scopes)
        {
            var isGlobal = unit == Module && !scope.IsRepeated && scope.Kind != ScopeKind.Loop;
            foreach (var variable in scope.Variables)
            {
                if (!variable.IsCaptured)
                {
                    if (variable.Register < 0 && variable.Kind != VariableKind.This)
                    {
                        variable.Register = next++;
                    }
                }
                else if (isGlobal)
                {
                    variable.Global = Globals++;
                }
                else
                {
                    variable.Slot = scope.ContextSlots++;
                }
            }
        }

        unit.Registers = next;
    }

    private void VisitFunction(Node node, IFunction function, Scope scope)
    {
        var isArrow = node is ArrowFunctionExpression;
        var loops = _loops;
        _loops = 0;
        var unit = OpenUnit(node, scope.Unit, isArrow, scope);
        _units[node] = unit;
        if (node is FunctionExpression { Id: { } id } && node.UserData is not "method")
        {
            unit.Root.Declare(id.Name, VariableKind.FunctionName, 0);
        }

        DeclareParameters(function, unit);
        foreach (var parameter in function.Params)
        {
            if (parameter is not Identifier)
            {
                VisitPattern(parameter, unit.Root, isDeclaration: true);
            }
        }

        if (function.Body is BlockStatement body)
        {
            HoistVars(body.Body, unit.Root);
            HoistLexical(body.Body, unit.Root, isFunctionRoot: true);
            foreach (var statement in body.Body)
            {
                Visit(statement, unit.Root);
            }
        }
        else
        {
            Visit(function.Body, unit.Root);
        }

        _loops = loops;
    }

    private static void DeclareParameters(IFunction function, FunctionUnit unit)
    {
        var number = 0;
        foreach (var parameter in function.Params)
        {
            number++;
            if (parameter is Identifier name)
            {
                // A parameter hides the function's own name; of two of one name the last one counts.
                var variable = unit.Root.Find(name.Name) is { Kind: VariableKind.Parameter } known
                    ? known
                    : unit.Root.DeclareOver(name.Name, VariableKind.Parameter);
                variable.Register = number;
            }
            else
            {
                DeclareNames(parameter, unit.Root, VariableKind.Var, 0);
            }
        }

        unit.Parameters = number;
    }

    private void VisitClass(Node node, IClass type, Scope scope)
    {
        var inner = Open(ScopeKind.Class, scope, scope.Unit);
        _scopes[node] = inner;
        if (type.Id is { } id)
        {
            inner.Declare(id.Name, VariableKind.Class, node.End);
        }

        if (type.SuperClass is { } parent)
        {
            RejectClosedClass(parent, inner, "extends");
            Visit(parent, inner);
        }

        foreach (var element in type.Body.Body)
        {
            VisitElement(element, type.Body, inner);
        }

        if (_fieldUnits.ContainsKey(type.Body))
        {
            // The constructor finds the initializer in a variable of the class.
            inner.Declare("%fields", VariableKind.Plain, 0).IsCaptured = true;
        }
    }

    private void VisitElement(Node element, ClassBody body, Scope scope)
    {
        switch (element)
        {
            case MethodDefinition method:
                VisitKey(method.Key, method.Computed, scope);
                method.Value.UserData = "method";
                Visit(method.Value, scope);
                break;
            case PropertyDefinition field:
                VisitKey(field.Key, field.Computed, scope);
                var units = field.Static ? _staticUnits : _fieldUnits;
                if (!units.TryGetValue(body, out var unit))
                {
                    unit = OpenUnit(body, scope.Unit, isArrow: false, scope);
                    units.Add(body, unit);
                }

                if (field.Value is { } value)
                {
                    Visit(value, unit.Root);
                }

                break;
            default:
                VisitChildren(element, scope);
                break;
        }
    }

    private void VisitKey(Expression key, bool isComputed, Scope scope)
    {
        if (isComputed)
        {
            Visit(key, scope);
        }
    }

    private void VisitChildren(Node node, Scope scope)
    {
        foreach (var child in node.ChildNodes)
        {
            if (child is not null)
            {
                Visit(child, scope);
            }
        }
    }
}
