using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>Patterns, and the loops whose variable can be one.</summary>
internal sealed partial class ScopeAnalysis
{
    /// <summary>Variables of loops whose iterated expression is visited, and the scopes around these loops.</summary>
    private readonly Stack<(HashSet<string> Names, Scope Scope)> _unready = new();

    /// <summary>The names that a pattern binds, in order.</summary>
    private static IEnumerable<Identifier> NamesOf(Node? pattern) => pattern switch
    {
        Identifier name => [name],
        ArrayPattern array => array.Elements.SelectMany(NamesOf),
        ObjectPattern properties => properties.Properties.SelectMany(NamesOf),
        Property property => NamesOf(property.Value),
        AssignmentPattern pair => NamesOf(pair.Left),
        RestElement rest => NamesOf(rest.Argument),
        _ => [],
    };

    private void VisitPattern(Node? pattern, Scope scope, bool isDeclaration)
    {
        switch (pattern)
        {
            case null:
                break;
            case Identifier name:
                NoteAssignment(name, scope, isPlain: !isDeclaration);
                if (!isDeclaration)
                {
                    Refer(name, scope);
                }

                break;
            case ArrayPattern array:
                foreach (var element in array.Elements)
                {
                    VisitPattern(element, scope, isDeclaration);
                }

                break;
            case ObjectPattern properties:
                foreach (var each in properties.Properties)
                {
                    VisitPattern(each, scope, isDeclaration);
                }

                break;
            case Property property:
                VisitKey((Expression)property.Key, property.Computed, scope);
                VisitPattern(property.Value, scope, isDeclaration);
                break;
            case AssignmentPattern pair:
                VisitPattern(pair.Left, scope, isDeclaration);
                Visit(pair.Right, scope);
                break;
            case RestElement rest:
                VisitPattern(rest.Argument, scope, isDeclaration);
                break;
            default:
                Visit(pattern, scope);
                break;
        }
    }

    /// <summary>A for-of loop: its variables are new in each round.</summary>
    private void VisitForOf(ForOfStatement loop, Scope scope)
    {
        var names = loop.Left is VariableDeclaration { Kind: not VariableDeclarationKind.Var } own
            ? NamesOf(own.Declarations[0].Id).Select(each => each.Name).ToHashSet(StringComparer.Ordinal)
            : [];
        _unready.Push((names, scope));
        Visit(loop.Right, scope);
        _unready.Pop();
        _loops++;
        var inner = Open(ScopeKind.Block, scope, scope.Unit);
        _scopes[loop] = inner;
        if (loop.Left is VariableDeclaration declaration)
        {
            var pattern = declaration.Declarations[0].Id;
            if (declaration.Kind != VariableDeclarationKind.Var)
            {
                DeclareNames(pattern, inner, declaration.Kind == VariableDeclarationKind.Let ? VariableKind.Let : VariableKind.Const, loop.Body.Start);
            }

            VisitPattern(pattern, inner, isDeclaration: true);
        }
        else
        {
            VisitPattern(loop.Left, inner, isDeclaration: false);
        }

        Visit(loop.Body, inner);
        _loops--;
    }

    /// <summary>
    /// What a loop goes over cannot name the loop's variables: they are not initialized there, which nothing here would
    /// notice, since the name means another variable.
    /// </summary>
    /// <param name="name">A name.</param>
    /// <param name="found">Where it was found to be declared; null: nowhere.</param>
    private void RejectUnready(Identifier name, Scope? found)
    {
        foreach (var (names, scope) in _unready)
        {
            if (names.Contains(name.Name) && (found is null || IsAround(found, scope)))
            {
                check.Reject(name, Feature.Iteration, "the name of a loop variable in what a for-of loop goes over");
            }
        }
    }

    private static bool IsAround(Scope outer, Scope? inner)
    {
        while (inner is not null && inner != outer)
        {
            inner = inner.Parent;
        }

        return inner is not null;
    }
}
