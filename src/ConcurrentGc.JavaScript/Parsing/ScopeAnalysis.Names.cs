using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>What names mean, and the built-ins and sloppy names that are refused.</summary>
internal sealed partial class ScopeAnalysis
{
    private void VisitMember(MemberExpression member, Scope scope)
    {
        if (member.Object is Identifier { Name: "Date" } && !IsDeclared("Date", scope) && member is { Computed: false, Property: Identifier })
        {
            RejectMissing(member, scope);
            return;
        }

        Visit(member.Object, scope);
        if (member.Computed)
        {
            Visit(member.Property, scope);
        }
        else
        {
            RejectMissing(member, scope);
        }
    }

    private void RejectMissing(MemberExpression member, Scope scope)
    {
        if (member is { Object: Identifier { Name: var holder }, Property: Identifier property }
            && KnownGlobals.Supported.TryGetValue(holder, out var names)
            && !names.Contains(property.Name)
            && !IsDeclared(holder, scope))
        {
            check.Reject(property, Feature.BuiltIn, $"{holder}.{property.Name}");
        }
    }

    private void VisitCall(CallExpression call, Scope scope)
    {
        if (call.Callee is Super && scope.Unit.IsArrow)
        {
            check.Reject(call, Feature.Expressions, "super() in an arrow function");
        }

        if (call.Callee is Identifier { Name: "require" } && !IsDeclared("require", scope))
        {
            if (call.Arguments is not [StringLiteral { Value: "fs" or "node:fs" or "os" or "node:os" or "v8" or "node:v8" }])
            {
                check.Reject(call.Arguments.Count > 0 ? call.Arguments[0] : call, Feature.Modules, "modules other than v8, os and fs");
            }

            return;
        }

        if (call.Callee is Identifier { Name: "Symbol" } && !IsDeclared("Symbol", scope))
        {
            check.Reject(call, Feature.BuiltIn, "Symbol()");
        }

        RejectCause(call.Callee, call.Arguments, scope);
        VisitChildren(call, scope);
    }

    private void VisitNew(NewExpression construction, Scope scope)
    {
        RejectClosedClass(construction.Callee, scope, "new");
        RejectCause(construction.Callee, construction.Arguments, scope);
        VisitChildren(construction, scope);
    }

    private void RejectClosedClass(Expression type, Scope scope, string word)
    {
        if (type is Identifier { Name: "Object" or "String" or "Number" or "Boolean" or "Array" } name && (word is "extends" || name.Name is not "Array") && !IsDeclared(name.Name, scope))
        {
            check.Reject(type, Feature.BuiltIn, $"{word} {name.Name}");
        }
    }

    private void RejectCause(Expression callee, in NodeList<Expression> arguments, Scope scope)
    {
        if (callee is Identifier { Name: var name } && name.EndsWith("Error", StringComparison.Ordinal) && KnownGlobals.Globals.Contains(name)
            && !IsDeclared(name, scope) && arguments is [_, ObjectExpression options, ..]
            && options.Properties.FirstOrDefault(each => each is Property { Computed: false, Key: Identifier { Name: "cause" } or StringLiteral { Value: "cause" } }) is { } cause)
        {
            check.Reject(cause, Feature.BuiltIn, "the cause of an Error");
        }
    }

    private void Refer(Identifier identifier, Scope scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            var variable = at.Find(identifier.Name);
            if (at.Kind == ScopeKind.Function && !at.Unit.IsStrict && at.Unit.BlockFunctions.Contains(identifier.Name)
                && variable is null or { Kind: VariableKind.Var or VariableKind.FunctionName })
            {
                check.Reject(identifier, Feature.DynamicScope, "use of a function outside of the block that declares it");
                return;
            }

            if (variable is not null)
            {
                RejectUnready(identifier, at);
                variable.IsUsed = true;
                variable.IsCaptured |= variable.Scope.Unit != scope.Unit;
                variable.NeedsHole |= variable.MustCheck(scope.Unit, identifier.Start);
                return;
            }
        }

        RejectUnready(identifier, found: null);
        ReferToGlobal(identifier);
    }

    private void ReferToGlobal(Identifier identifier)
    {
        if (KnownGlobals.Unsupported.TryGetValue(identifier.Name, out var name))
        {
            check.Reject(identifier, name is "eval" or "Function constructor" ? Feature.DynamicScope : Feature.BuiltIn, name);
        }
        else if (identifier.Name is "Date" or "require")
        {
            check.Reject(identifier, Feature.BuiltIn, identifier.Name is "Date" ? "Date but for Date.now" : "require as a value");
        }
    }

    private static bool IsDeclared(string name, Scope scope) => Find(name, scope) is not null;

    private void NoteAssignment(Identifier target, Scope scope, bool isPlain)
    {
        if (Find(target.Name, scope) is { } variable)
        {
            variable.IsAssigned = true;
        }
        else if (KnownGlobals.Globals.Contains(target.Name))
        {
            check.Reject(target, Feature.BuiltIn, $"assignment to {target.Name}");
        }
        else if (isPlain && !scope.Unit.IsStrict)
        {
            check.Reject(target, Feature.DynamicScope, "assignment to a variable that is not declared");
        }
    }

    private static Variable? Find(string name, Scope scope)
    {
        for (var at = scope; at is not null; at = at.Parent)
        {
            if (at.Find(name) is { } variable)
            {
                return variable;
            }
        }

        return null;
    }

    private void ReferToThis(Node node, Scope scope)
    {
        var owner = scope.Unit.ThisOwner;
        owner.UsesThis = true;
        if (owner == Module)
        {
            check.Reject(node, Feature.DynamicScope, "this outside of functions");
        }

        if (owner != scope.Unit)
        {
            owner.This ??= owner.Root.Declare("this", VariableKind.This, 0);
            owner.This.IsCaptured = true;
        }
    }
}
