using Acornima;
using Acornima.Ast;
using ConcurrentGc.JavaScript.Parsing;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>What the text of a constructor says of the objects it makes.</summary>
internal static class ConstructorText
{
    /// <summary>Distinct properties that a body assigns to <c>this</c>, and those of class fields.</summary>
    /// <param name="body">A function's body.</param>
    /// <param name="fields">The class it constructs; null for a plain function.</param>
    /// <returns>The count.</returns>
    public static int ExpectedProperties(Node body, ClassBody? fields)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        Collect(body, names);
        var initialized = 0;
        foreach (var element in fields?.Body ?? default)
        {
            if (element is PropertyDefinition { Static: false })
            {
                initialized++;
            }
        }

        return names.Count + initialized;
    }

    /// <summary>The fields of a constructor that only assigns parameters and constants to distinct fields of <c>this</c>.</summary>
    /// <param name="function">The constructor.</param>
    /// <param name="unit">Its scopes.</param>
    /// <param name="names">Numbers of names.</param>
    /// <returns>Null: it does more than that.</returns>
    public static List<(int Name, int Parameter, Oddball Oddball, int Integer)>? SimpleFields(IFunction function, FunctionUnit unit, NameTable names)
    {
        var fields = new List<(int Name, int Parameter, Oddball Oddball, int Integer)>();
        if (function.Body is not BlockStatement body || function.Params.Any(each => each is not Identifier) || unit.Scopes.Count != 1 || unit.This is not null)
        {
            return null;
        }

        foreach (var statement in body.Body)
        {
            if (statement is not ExpressionStatement { Expression: AssignmentExpression { Operator: Operator.Assignment, Left: MemberExpression { Object: ThisExpression, Computed: false, Property: Identifier name } } assignment }
                || !TrySource(assignment.Right, unit, out var source)
                || fields.Exists(each => each.Name == names.Number(name.Name)))
            {
                return null;
            }

            fields.Add((names.Number(name.Name), source.Parameter, source.Oddball, source.Integer));
        }

        return fields;
    }

    private static bool TrySource(Expression value, FunctionUnit unit, out (int Parameter, Oddball Oddball, int Integer) source)
    {
        source = (0, Oddball.Hole, 0);
        switch (value)
        {
            case Identifier identifier when unit.Root.Find(identifier.Name) is { Kind: VariableKind.Parameter, IsCaptured: false } parameter:
                source = (parameter.Register, Oddball.Hole, 0);
                return true;
            case NullLiteral:
                source = (0, Oddball.Null, 0);
                return true;
            case BooleanLiteral literal:
                source = (0, literal.Value ? Oddball.True : Oddball.False, 0);
                return true;
            default:
                if (ConstantFolding.TryNumber(value, out var number) && number == (int)number && (number != 0 || !double.IsNegative(number)))
                {
                    source = (0, Oddball.Hole, (int)number);
                    return true;
                }

                return false;
        }
    }

    private static void Collect(Node node, HashSet<string> names)
    {
        ProgramLimit.CheckDepth(node);
        if (node is IFunction and not ArrowFunctionExpression or IClass)
        {
            return;
        }

        if (node is AssignmentExpression { Operator: Operator.Assignment, Left: MemberExpression { Object: ThisExpression, Computed: false, Property: Identifier name } })
        {
            names.Add(name.Name);
        }

        foreach (var child in node.ChildNodes)
        {
            if (child is not null)
            {
                Collect(child, names);
            }
        }
    }
}
