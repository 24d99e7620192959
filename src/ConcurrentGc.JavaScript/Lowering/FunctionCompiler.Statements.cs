using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Statements but for exceptions and jumps out of them.</summary>
internal sealed partial class FunctionCompiler
{
    private void CompileStatements(in NodeList<Statement> statements)
    {
        HoistFunctions(statements);
        foreach (var statement in statements)
        {
            CompileStatement(statement, []);
        }
    }

    private void CompileStatement(Statement statement, List<string> labels)
    {
        ProgramLimit.CheckDepth(statement);
        _position = statement.Start;
        TraceStatement(statement);
        switch (statement)
        {
            case ExpressionStatement each:
                CompileForEffect(each.Expression);
                break;
            case VariableDeclaration declaration:
                CompileDeclaration(declaration);
                break;
            case FunctionDeclaration or EmptyStatement or DebuggerStatement:
                break;
            case ClassDeclaration type:
                CompileClassDeclaration(type);
                TraceClassEnd(type);
                break;
            case ReturnStatement each:
                CompileReturn(each);
                break;
            case IfStatement each:
                CompileIf(each);
                break;
            case BlockStatement block:
                CompileBlock(block, labels);
                break;
            case ForStatement loop:
                CompileFor(loop, labels);
                break;
            case ForOfStatement loop:
                CompileForOf(loop, labels);
                break;
            case WhileStatement loop:
                CompileWhile(loop, labels);
                break;
            case DoWhileStatement loop:
                CompileDoWhile(loop, labels);
                break;
            case SwitchStatement choice:
                CompileSwitch(choice, labels);
                break;
            case LabeledStatement labeled:
                CompileStatement(labeled.Body, [.. labels, labeled.Label.Name]);
                break;
            case BreakStatement jump:
                CompileJump(jump.Label?.Name, isContinue: false);
                break;
            case ContinueStatement jump:
                CompileJump(jump.Label?.Name, isContinue: true);
                break;
            case ThrowStatement each:
                CompileThrow(each);
                break;
            case TryStatement each:
                CompileLabeled(labels, () => CompileTry(each));
                break;
            default:
                throw new InvalidOperationException($"A statement of type {statement.Type} passed the feature check.");
        }
    }

    private void CompileForEffect(Expression expression)
    {
        var top = _top;
        if (expression is UpdateExpression update)
        {
            CompileUpdate(update, -1);
        }
        else if (expression is AssignmentExpression assignment)
        {
            CompileAssignment(assignment, -1);
        }
        else
        {
            Compile(expression);
        }

        _top = top;
    }

    private void CompileDeclaration(VariableDeclaration declaration)
    {
        foreach (var each in declaration.Declarations)
        {
            if (each.Id is not Identifier name)
            {
                BindInitial(each);
                continue;
            }

            var variable = Find(name.Name)!;
            var (top, start) = (_top, _code.Count);
            if (each.Init is { } init)
            {
                _position = init.Start;
                if (variable is { IsCaptured: false, NeedsHole: false, Register: >= 0 })
                {
                    CompileNamed(init, name.Name, variable.Register);
                }
                else
                {
                    StoreInitial(variable, CompileNamed(init, name.Name, -1));
                }
            }
            else if (declaration.Kind != VariableDeclarationKind.Var)
            {
                var register = variable is { Register: >= 0, IsCaptured: false } ? variable.Register : TakeTemporary();
                EmitOddball(register, Oddball.Undefined);
                StoreInitial(variable, register);
            }

            if (variable is { IsLexical: true, IsCaptured: false, NeedsHole: false, Register: >= 0 })
            {
                variable.LiveFrom = _code.FindIndex(start, instruction => instruction.A == variable.Register) + 1;
            }

            _top = top;
        }
    }

    private void CompileIf(IfStatement statement)
    {
        var otherwise = new Label();
        var end = new Label();
        CompileCondition(statement.Test, otherwise, jumpsWhen: false);
        CompileStatement(statement.Consequent, []);
        if (statement.Alternate is { } alternate)
        {
            EmitJump(OpCode.Jump, end);
            Place(otherwise);
            CompileStatement(alternate, []);
            Place(end);
        }
        else
        {
            Place(otherwise);
        }
    }

    private void CompileBlock(BlockStatement block, List<string> labels)
    {
        CompileLabeled(labels, () =>
        {
            var top = _top;
            var scope = _scopes.ScopeOf(block);
            _scope = scope;
            OpenScope(scope);
            CompileStatements(block.Body);
            CloseScope(scope, top);
        });
    }

    private void CompileLabeled(List<string> labels, Action compile)
    {
        if (labels.Count == 0)
        {
            compile();
            return;
        }

        var end = new Label();
        _control = new ControlEntry { Outer = _control, Names = labels, Break = end };
        compile();
        _control = _control.Outer;
        Place(end);
    }

    private void CompileFor(ForStatement loop, List<string> labels)
    {
        var top = _top;
        var scope = _scopes.ScopeOf(loop);
        _scope = scope;
        OpenScope(scope);
        switch (loop.Init)
        {
            case VariableDeclaration declaration:
                CompileDeclaration(declaration);
                break;
            case Expression expression:
                CompileForEffect(expression);
                break;
            default:
                break;
        }

        if (scope.ContextSlots > 0)
        {
            Emit(OpCode.CopyContext, scope.ContextRegister);
        }

        CompileLoopParts(loop.Test, loop.Update, loop.Body, labels, () =>
        {
            if (scope.ContextSlots > 0)
            {
                Emit(OpCode.CopyContext, scope.ContextRegister);
            }
        });
        CloseScope(scope, top);
    }

    private void CompileWhile(WhileStatement loop, List<string> labels) =>
        CompileLoopParts(loop.Test, null, loop.Body, labels, () => { });

    /// <summary>The test is compiled twice: before the first iteration and at the end of each, so that an iteration jumps once.</summary>
    private void CompileLoopParts(Expression? test, Expression? update, Statement body, List<string> labels, Action beforeUpdate)
    {
        var end = new Label();
        var next = new Label();
        var start = new Label();
        if (test is not null)
        {
            CompileCondition(test, end, jumpsWhen: false);
        }

        Place(start);
        _control = new ControlEntry { Outer = _control, Names = labels, Break = end, Continue = next, IsUnlabeledTarget = true };
        CompileStatement(body, []);
        _control = _control.Outer;
        Place(next);
        beforeUpdate();
        if (update is not null)
        {
            _position = update.Start;
            CompileForEffect(update);
        }

        if (test is not null)
        {
            CompileCondition(test, end, jumpsWhen: false);
        }

        EmitLoop(start);
        Place(end);
    }

    private void CompileDoWhile(DoWhileStatement loop, List<string> labels)
    {
        var end = new Label();
        var next = new Label();
        var start = new Label();
        Place(start);
        _control = new ControlEntry { Outer = _control, Names = labels, Break = end, Continue = next, IsUnlabeledTarget = true };
        CompileStatement(loop.Body, []);
        _control = _control.Outer;
        Place(next);
        _position = loop.Test.Start;
        CompileCondition(loop.Test, end, jumpsWhen: false);
        EmitLoop(start);
        Place(end);
    }

    private void CompileSwitch(SwitchStatement choice, List<string> labels)
    {
        var top = _top;
        var value = TakeTemporary();
        CompileTo(choice.Discriminant, value);
        var scope = _scopes.ScopeOf(choice);
        _scope = scope;
        OpenScope(scope);
        var end = new Label();
        var bodies = new Label[choice.Cases.Count];
        var otherwise = end;
        for (var i = 0; i < bodies.Length; i++)
        {
            bodies[i] = new Label();
            if (choice.Cases[i].Test is not { } test)
            {
                otherwise = bodies[i];
                continue;
            }

            _position = test.Start;
            EmitStrictTest(value, test, bodies[i]);
        }

        EmitJump(OpCode.Jump, otherwise);
        foreach (var each in choice.Cases)
        {
            HoistFunctions(each.Consequent);
        }

        _control = new ControlEntry { Outer = _control, Names = labels, Break = end, IsUnlabeledTarget = true };
        for (var i = 0; i < bodies.Length; i++)
        {
            Place(bodies[i]);
            foreach (var statement in choice.Cases[i].Consequent)
            {
                CompileStatement(statement, []);
            }
        }

        _control = _control.Outer;
        Place(end);
        CloseScope(scope, top);
    }

    private void EmitStrictTest(int value, Expression test, Label body)
    {
        var top = _top;
        if (TryInteger(test, out var integer))
        {
            EmitJump(OpCode.JumpIfStrictEqualInteger, body, value, integer);
        }
        else
        {
            EmitJump(OpCode.JumpIfStrictEqual, body, value, Compile(test));
        }

        _top = top;
    }
}
