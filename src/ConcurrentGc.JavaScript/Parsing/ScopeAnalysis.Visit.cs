using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>The walk and the hoisting of declarations.</summary>
internal sealed partial class ScopeAnalysis
{
    private static void DeclareNames(Node pattern, Scope scope, VariableKind kind, int initializedAt)
    {
        foreach (var name in NamesOf(pattern))
        {
            scope.Declare(name.Name, kind, initializedAt);
        }
    }

    private static void HoistVars(in NodeList<Statement> statements, Scope root)
    {
        foreach (var statement in statements)
        {
            HoistVars(statement, root, isInBlock: false);
        }
    }

    private static void HoistVars(Node node, Scope root, bool isInBlock)
    {
        ProgramLimit.CheckDepth(node);
        switch (node)
        {
            case VariableDeclaration { Kind: VariableDeclarationKind.Var } declaration:
                foreach (var each in declaration.Declarations)
                {
                    DeclareNames(each.Id, root, VariableKind.Var, 0);
                }

                break;
            case FunctionDeclaration { Id: { } id } when isInBlock:
                root.Unit.BlockFunctions.Add(id.Name);
                break;
            case IFunction or IClass or Expression:
                break;
            default:
                foreach (var child in node.ChildNodes)
                {
                    if (child is not null)
                    {
                        HoistVars(child, root, isInBlock || node is not LabeledStatement);
                    }
                }

                break;
        }
    }

    private static void HoistLexical(in NodeList<Statement> statements, Scope scope, bool isFunctionRoot)
    {
        foreach (var statement in statements)
        {
            HoistLexical(statement, scope, isFunctionRoot);
        }
    }

    private static void HoistLexical(Node statement, Scope scope, bool isFunctionRoot)
    {
        switch (statement)
        {
            case VariableDeclaration { Kind: not VariableDeclarationKind.Var } declaration:
                var kind = declaration.Kind == VariableDeclarationKind.Let ? VariableKind.Let : VariableKind.Const;
                foreach (var each in declaration.Declarations)
                {
                    DeclareNames(each.Id, scope, kind, each.End);
                }

                break;
            case FunctionDeclaration { Id: { } id }:
                scope.Declare(id.Name, isFunctionRoot ? VariableKind.Var : VariableKind.Plain, 0);
                break;
            case ClassDeclaration { Id: { } id } type:
                scope.Declare(id.Name, VariableKind.Class, type.End);
                break;
            case LabeledStatement labeled:
                HoistLexical(labeled.Body, scope, isFunctionRoot);
                break;
            default:
                break;
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "MA0051:Method is too long", Justification = "One case a construct.")]
    private void Visit(Node node, Scope scope)
    {
        ProgramLimit.CheckDepth(node);
        switch (node)
        {
            case IFunction function:
                VisitFunction(node, function, scope);
                break;
            case IClass type:
                VisitClass(node, type, scope);
                break;
            case BlockStatement block:
                VisitBlock(block, scope);
                break;
            case ForStatement loop:
                VisitFor(loop, scope);
                break;
            case ForOfStatement loop:
                VisitForOf(loop, scope);
                break;
            case WhileStatement or DoWhileStatement or ForInStatement:
                _loops++;
                VisitChildren(node, scope);
                _loops--;
                break;
            case SwitchStatement choice:
                VisitSwitch(choice, scope);
                break;
            case CatchClause clause:
                VisitCatch(clause, scope);
                break;
            case VariableDeclarator declarator:
                VisitDeclarator(declarator, scope);
                break;
            case AssignmentExpression { Left: Identifier assigned } assignment:
                NoteAssignment(assigned, scope, assignment.Operator == Acornima.Operator.Assignment);
                VisitChildren(node, scope);
                break;
            case AssignmentExpression { Left: ArrayPattern or ObjectPattern } assignment:
                VisitPattern(assignment.Left, scope, isDeclaration: false);
                Visit(assignment.Right, scope);
                break;
            case UpdateExpression { Argument: Identifier updated }:
                NoteAssignment(updated, scope, isPlain: false);
                Refer(updated, scope);
                break;
            case Identifier identifier:
                Refer(identifier, scope);
                break;
            case MemberExpression member:
                VisitMember(member, scope);
                break;
            case CallExpression call:
                VisitCall(call, scope);
                break;
            case NewExpression construction:
                VisitNew(construction, scope);
                break;
            case Property property:
                VisitKey(property.Key as Expression ?? (Expression)property.Value, property.Computed, scope);
                if (property.Method)
                {
                    property.Value.UserData = "method";
                }

                Visit(property.Value, scope);
                break;
            case LabeledStatement labeled:
                Visit(labeled.Body, scope);
                break;
            case BreakStatement or ContinueStatement or MetaProperty:
                break;
            case ThisExpression or Super:
                ReferToThis(node, scope);
                break;
            default:
                VisitChildren(node, scope);
                break;
        }
    }

    private void VisitBlock(BlockStatement block, Scope scope)
    {
        var inner = Open(ScopeKind.Block, scope, scope.Unit);
        _scopes[block] = inner;
        HoistLexical(block.Body, inner, isFunctionRoot: false);
        foreach (var statement in block.Body)
        {
            Visit(statement, inner);
        }
    }

    private void VisitFor(ForStatement loop, Scope scope)
    {
        var inner = Open(ScopeKind.Loop, scope, scope.Unit);
        _scopes[loop] = inner;
        if (loop.Init is VariableDeclaration { Kind: not VariableDeclarationKind.Var } declaration)
        {
            HoistLexical(declaration, inner, isFunctionRoot: false);
        }

        if (loop.Init is { } init)
        {
            Visit(init, inner);
        }

        _loops++;
        if (loop.Test is { } test)
        {
            Visit(test, inner);
        }

        if (loop.Update is { } update)
        {
            Visit(update, inner);
        }

        Visit(loop.Body, inner);
        _loops--;
    }

    private void VisitSwitch(SwitchStatement choice, Scope scope)
    {
        Visit(choice.Discriminant, scope);
        var inner = Open(ScopeKind.Switch, scope, scope.Unit);
        _scopes[choice] = inner;
        foreach (var each in choice.Cases)
        {
            HoistLexical(each.Consequent, inner, isFunctionRoot: false);
        }

        foreach (var each in choice.Cases)
        {
            VisitChildren(each, inner);
        }
    }

    private void VisitCatch(CatchClause clause, Scope scope)
    {
        var inner = Open(ScopeKind.Catch, scope, scope.Unit);
        _scopes[clause] = inner;
        if (clause.Param is { } parameter)
        {
            DeclareNames(parameter, inner, VariableKind.Plain, 0);
            VisitPattern(parameter, inner, isDeclaration: true);
        }

        Visit(clause.Body, inner);
    }

    private void VisitDeclarator(VariableDeclarator declarator, Scope scope)
    {
        if (declarator.Id is not Identifier)
        {
            VisitPattern(declarator.Id, scope, isDeclaration: true);
        }

        if (declarator.Init is { } init)
        {
            if (declarator.Id is Identifier name)
            {
                NoteAssignment(name, scope, isPlain: true);
            }

            Visit(init, scope);
        }
    }
}
