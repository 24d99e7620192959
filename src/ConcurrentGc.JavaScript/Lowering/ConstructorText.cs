using Acornima;
using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>What the text of a constructor says of the objects it makes.</summary>
internal static class ConstructorText
{
    /// <summary>Distinct properties that a body assigns to <c>this</c>, and those of class fields.</summary>
    /// <param name="body">A function's body.</param>
    /// <param name="fields">The class it constructs; null for a plain function.</param>
    /// <returns>The count; V8 takes two where there are none.</returns>
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

        var count = names.Count + initialized;
        return count == 0 ? 2 : count;
    }

    private static void Collect(Node node, HashSet<string> names)
    {
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
