using Acornima;
using Acornima.Ast;
using ConcurrentGc.JavaScript.Loading;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>Walks a syntax tree and notes every construct that is not supported, dead code included.</summary>
/// <param name="file">The file as diagnostics name it.</param>
internal sealed class FeatureCheck(string file)
{
    private readonly List<Diagnostic> _diagnostics = [];

    /// <summary>What was found.</summary>
    public IReadOnlyList<Diagnostic> Diagnostics => _diagnostics;

    /// <summary>Checks a whole program.</summary>
    /// <param name="program">Its tree.</param>
    public void Run(Program program)
    {
        var pending = new Stack<Node>();
        pending.Push(program);
        while (pending.TryPop(out var node))
        {
            if (Check(node))
            {
                foreach (var child in node.ChildNodes)
                {
                    if (child is not null)
                    {
                        pending.Push(child);
                    }
                }
            }
        }
    }

    /// <summary>Notes a construct.</summary>
    /// <param name="at">Where it begins.</param>
    /// <param name="feature">Its kind.</param>
    /// <param name="name">How it is called.</param>
    public void Reject(Node at, Feature feature, string name)
    {
        var verb = IsPlural(name) ? "are" : "is";
        _diagnostics.Add(new Diagnostic(
            file,
            at.Location.Start.Line,
            at.Location.Start.Column + 1,
            $"JS{(int)feature:D4}",
            $"{name} {verb} not supported; see the list of supported features in the README"));
    }

    // Words that end in s are several things unless they are a name of the language: Object.keys, globalThis, exports.
    private static bool IsPlural(string name) => name.EndsWith('s')
        && !name.EndsWith("ss", StringComparison.Ordinal)
        && !name.Contains('.', StringComparison.Ordinal)
        && !name.Any(char.IsAsciiLetterUpper)
        && name is not "exports";

    /// <summary>Looks at one node.</summary>
    /// <returns>False: it was refused as a whole, its children are not looked at.</returns>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "MA0051:Method is too long", Justification = "One case a construct.")]
    private bool Check(Node node)
    {
        switch (node)
        {
            case IFunction function:
                CheckFunction(node, function);
                return true;
            case AwaitExpression:
                Reject(node, Feature.Async, "await");
                return true;
            case ForOfStatement { Await: true } loop:
                Reject(node, Feature.Iteration, "for-await loops");
                return CheckParts(loop.Right, loop.Body);
            case ForInStatement loop:
                Reject(node, Feature.Iteration, "for-in loops");
                return CheckParts(loop.Right, loop.Body);
            case ObjectPattern pattern:
                RejectAny<RestElement>(pattern.Properties, "rest in an object pattern");
                return true;
            case CallExpression call:
                RejectAny<SpreadElement>(call.Arguments, "spread in a call");
                return true;
            case NewExpression construction:
                RejectAny<SpreadElement>(construction.Arguments, "spread in a call");
                return true;
            case ObjectExpression literal:
                RejectAny<SpreadElement>(literal.Properties, "spread in an object literal");
                return true;
            case IfStatement { Consequent: FunctionDeclaration declaration }:
                Reject(declaration, Feature.DynamicScope, "a function declaration as the body of if");
                return true;
            case IfStatement { Alternate: FunctionDeclaration declaration }:
                Reject(declaration, Feature.DynamicScope, "a function declaration as the body of else");
                return true;
            case AssignmentExpression { Left: CallExpression target }:
                Reject(target, Feature.Syntax, "assignment to the result of a call");
                return true;
            case UpdateExpression { Argument: CallExpression target }:
                Reject(target, Feature.Syntax, "++ or -- of the result of a call");
                return true;
            case MemberExpression { Property: Identifier { Name: "__proto__" } or StringLiteral { Value: "__proto__" } } member
                when !member.Computed || member.Property is StringLiteral:
                Reject(member.Property, Feature.Expressions, "__proto__");
                return true;
            case WithStatement:
                Reject(node, Feature.DynamicScope, "with statements");
                return true;
            case ImportDeclaration or ExportDeclaration or ImportExpression:
                Reject(node, Feature.Modules, "modules");
                return node is not ImportDeclaration;
            case RegExpLiteral:
                Reject(node, Feature.Expressions, "regular expressions");
                return true;
            case BigIntLiteral:
                Reject(node, Feature.Expressions, "BigInt");
                return true;
            case TaggedTemplateExpression:
                Reject(node, Feature.Expressions, "tagged templates");
                return true;
            case UnaryExpression { Operator: Operator.Delete, Argument: not MemberExpression { Object: not Super } }:
                Reject(node, Feature.Expressions, "delete of anything but a property");
                return true;
            case ChainExpression:
                Reject(node, Feature.Expressions, "optional chaining");
                return true;
            case MetaProperty meta:
                Reject(node, Feature.Expressions, $"{meta.Meta.Name}.{meta.Property.Name}");
                return false;
            case StaticBlock:
                Reject(node, Feature.ClassElements, "static blocks");
                return true;
            case Decorator:
                Reject(node, Feature.ClassElements, "decorators");
                return false;
            case AccessorProperty:
                Reject(node, Feature.ClassElements, "accessors");
                return true;
            case ClassProperty property:
                return CheckClassProperty(property);
            case Property property:
                return CheckProperty(property);
            case PrivateIdentifier:
                Reject(node, Feature.ClassElements, "private names");
                return true;
            default:
                return true;
        }
    }

    private void RejectAny<TRefused>(IEnumerable<Node> nodes, string name)
        where TRefused : Node
    {
        foreach (var node in nodes.OfType<TRefused>())
        {
            Reject(node, Feature.Patterns, name);
        }
    }

    private bool CheckParts(params ReadOnlySpan<Node> parts)
    {
        foreach (var part in parts)
        {
            var inner = new Stack<Node>();
            inner.Push(part);
            while (inner.TryPop(out var node))
            {
                if (Check(node))
                {
                    foreach (var child in node.ChildNodes)
                    {
                        if (child is not null)
                        {
                            inner.Push(child);
                        }
                    }
                }
            }
        }

        return false;
    }

    private void CheckFunction(Node node, IFunction function)
    {
        // A method's position is that of its property; CheckClassProperty and CheckProperty report those.
        if (node.UserData is not "method")
        {
            CheckKind(node, function);
        }

        foreach (var parameter in function.Params)
        {
            if (parameter is RestElement)
            {
                Reject(parameter, Feature.Patterns, "rest parameters");
            }
        }
    }

    private void CheckKind(Node at, IFunction function)
    {
        if (function.Async)
        {
            Reject(at, Feature.Async, "async functions");
        }

        if (function.Generator)
        {
            Reject(at, Feature.Generators, "generator functions");
        }
    }

    private bool CheckClassProperty(ClassProperty property)
    {
        if (property.Key is PrivateIdentifier)
        {
            Reject(property, Feature.ClassElements, "private names");
        }

        if (property.Kind is PropertyKind.Get or PropertyKind.Set)
        {
            Reject(property, Feature.ClassElements, property.Kind == PropertyKind.Get ? "getters" : "setters");
        }

        if (property is MethodDefinition { Value: FunctionExpression method })
        {
            CheckKind(property, method);
            method.UserData = "method";
        }

        return true;
    }

    private bool CheckProperty(Property property)
    {
        if (property.Kind is PropertyKind.Get or PropertyKind.Set)
        {
            Reject(property, Feature.ClassElements, property.Kind == PropertyKind.Get ? "getters" : "setters");
        }

        if (property is { Computed: false, Method: false, Shorthand: false, Key: Identifier { Name: "__proto__" } or StringLiteral { Value: "__proto__" } })
        {
            Reject(property, Feature.Expressions, "__proto__");
        }

        if (property.Method && property.Value is FunctionExpression method)
        {
            CheckKind(property, method);
            method.UserData = "method";
        }

        return true;
    }
}
