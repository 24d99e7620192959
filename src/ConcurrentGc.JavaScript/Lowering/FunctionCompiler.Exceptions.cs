using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>throw, try, and leaving statements through finally blocks.</summary>
internal sealed partial class FunctionCompiler
{
    private void CompileThrow(ThrowStatement statement)
    {
        var top = _top;
        var value = Compile(statement.Argument);
        _position = statement.Start;
        Emit(OpCode.Throw, 0, value);
        _top = top;
    }

    private void CompileTry(TryStatement statement)
    {
        if (statement.Finalizer is { } finalizer)
        {
            CompileTryFinally(statement, finalizer);
        }
        else
        {
            CompileTryCatch(statement);
        }
    }

    private void CompileTryCatch(TryStatement statement)
    {
        var top = _top;
        var thrown = TakeTemporary();
        var start = _code.Count;
        CompileStatement(statement.Block, []);
        if (statement.Handler is not { } handler)
        {
            _top = top;
            return;
        }

        var end = new Label();
        var protectedEnd = _code.Count;
        EmitJump(OpCode.Jump, end);
        _handlers.Add(new HandlerEntry(start, protectedEnd, _code.Count, thrown));
        var scope = _scopes.ScopeOf(handler);
        _scope = scope;
        OpenScope(scope);
        if (handler.Param is { } parameter)
        {
            Bind(parameter, thrown, isDeclaration: true);
        }

        CompileStatement(handler.Body, []);
        CloseScope(scope, top);
        Place(end);
    }

    private void CompileTryFinally(TryStatement statement, BlockStatement finalizer)
    {
        var top = _top;
        var how = TakeTemporary();
        var value = TakeTemporary();
        EmitOddball(value, Oddball.Undefined);
        var entry = new ControlEntry { Outer = _control, Finally = new Label(), How = how, Value = value };
        _control = entry;
        var start = _code.Count;
        CompileTryCatch(statement);
        _control = entry.Outer;
        var protectedEnd = _code.Count;
        EmitInteger(how, 0);
        EmitJump(OpCode.Jump, entry.Finally);
        _handlers.Add(new HandlerEntry(start, protectedEnd, _code.Count, value));
        EmitInteger(how, 1);
        Place(entry.Finally);
        CompileStatement(finalizer, []);
        EmitFinallyExits(entry);
        _top = top;
    }

    private void EmitFinallyExits(ControlEntry entry)
    {
        var end = new Label();
        var notThrown = new Label();
        EmitJump(OpCode.JumpIfStrictEqualInteger, end, entry.How);
        EmitJump(OpCode.JumpIfStrictNotEqualInteger, notThrown, entry.How, 1);
        Emit(OpCode.Throw, 1, entry.Value);
        Place(notThrown);
        for (var i = 0; i < entry.Exits.Count; i++)
        {
            var another = new Label();
            EmitJump(OpCode.JumpIfStrictNotEqualInteger, another, entry.How, i + 2);
            entry.Exits[i]();
            Place(another);
        }

        Place(end);
    }

    private void CompileJump(string? label, bool isContinue)
    {
        var target = _control;
        while (target is not null && !IsTarget(target, label, isContinue))
        {
            target = target.Outer;
        }

        EmitLeave(_control, target!, isContinue ? target!.Continue! : target!.Break!);
    }

    private static bool IsTarget(ControlEntry entry, string? label, bool isContinue) =>
        entry.Finally is null && (isContinue ? entry.Continue : entry.Break) is not null
        && (label is null ? entry.IsUnlabeledTarget : entry.Names.Contains(label, StringComparer.Ordinal));

    private void EmitLeave(ControlEntry? from, ControlEntry target, Label label)
    {
        for (var at = from; at != target; at = at!.Outer)
        {
            if (at!.Finally is { } block)
            {
                EmitInteger(at.How, at.Exits.Count + 2);
                var outer = at.Outer;
                at.Exits.Add(() => EmitLeave(outer, target, label));
                EmitJump(OpCode.Jump, block);
                return;
            }
        }

        EmitJump(OpCode.Jump, label);
    }

    private void CompileReturn(ReturnStatement statement)
    {
        var top = _top;
        if (statement.Argument is not { } argument)
        {
            EmitReturnUndefined();
            return;
        }

        // A value that a finally block could change must be taken out of its variable first.
        var value = _control is null ? Compile(argument) : CompileTo(argument, TakeTemporary());
        _position = statement.Start;
        EmitReturn(value);
        _top = top;
    }

    private void EmitReturnUndefined()
    {
        var isConstructor = (_function.Flags & FunctionFlags.ClassConstructor) != FunctionFlags.None;
        if (isConstructor && !IsDerivedConstructor && !IsInsideFinally())
        {
            Emit(OpCode.ReturnThis);
            return;
        }

        var top = _top;
        var value = TakeTemporary();
        EmitOddball(value, Oddball.Undefined);
        EmitReturn(value);
        _top = top;
    }

    private bool IsInsideFinally()
    {
        for (var at = _control; at is not null; at = at.Outer)
        {
            if (at.Finally is not null)
            {
                return true;
            }
        }

        return false;
    }

    private void EmitReturn(int value) => EmitReturnFrom(_control, value);

    private void EmitReturnFrom(ControlEntry? from, int value)
    {
        for (var at = from; at is not null; at = at.Outer)
        {
            if (at.Finally is { } block)
            {
                var entry = at;
                Emit(OpCode.Move, entry.Value, value);
                EmitInteger(entry.How, entry.Exits.Count + 2);
                entry.Exits.Add(() => EmitReturnFrom(entry.Outer, entry.Value));
                EmitJump(OpCode.Jump, block);
                return;
            }
        }

        Emit(IsDerivedConstructor ? OpCode.ReturnDerived : _unit.Parent is null ? OpCode.Halt : OpCode.Return, 0, value);
    }
}
