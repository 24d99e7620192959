using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Iteration: for-of, array patterns and spread take an iterator, step it, and close it when they leave early.</summary>
internal sealed partial class FunctionCompiler
{
    private void CompileForOf(ForOfStatement loop, List<string> labels)
    {
        var top = _top;
        var closing = OpenClosing();
        var (value, iterator) = TakeIteratorRegisters();
        CompileIterator(loop.Right, iterator);
        var (start, next, end) = (new Label(), new Label(), new Label());
        closing.Outer = new ControlEntry { Outer = _control, Names = labels, Break = end, IsUnlabeledTarget = true };
        Place(start);
        _position = loop.Left.Start;
        EmitStep(iterator, value);
        EmitJump(OpCode.JumpIfTrue, end, value + 1);
        var guarded = _code.Count;
        CompileIteration(loop, labels, closing, next, value);
        Place(next);
        var guardedEnd = _code.Count;
        EmitLoop(start);
        FinishClosing(closing, guarded, guardedEnd, iterator);
        Place(end);
        _control = closing.Outer.Outer;
        _top = top;
    }

    /// <summary>One round: the variable gets its value, then the body runs.</summary>
    private void CompileIteration(ForOfStatement loop, List<string> labels, ControlEntry closing, Label next, int value)
    {
        var top = _top;
        var scope = _scopes.ScopeOf(loop);
        _scope = scope;
        OpenScope(scope);
        _control = closing;
        if (loop.Left is VariableDeclaration declaration)
        {
            Bind(declaration.Declarations[0].Id, value, isDeclaration: true);
        }
        else
        {
            Bind(loop.Left, value, isDeclaration: false);
        }

        _control = new ControlEntry { Outer = closing, Names = labels, Continue = next, IsUnlabeledTarget = true };
        CompileStatement(loop.Body, []);
        CloseScope(scope, top);
    }

    /// <summary>Registers of a value, whether there is none, an iterator and its method next; the pairs lie together.</summary>
    private (int Value, int Iterator) TakeIteratorRegisters()
    {
        var value = TakeTemporary();
        Reserve(3);
        return (value, value + 2);
    }

    /// <summary>Makes an iterator of what an expression yields, and looks up its method next.</summary>
    private void CompileIterator(Expression expression, int iterator)
    {
        var top = _top;
        var source = Compile(expression);
        EmitIterator(source, iterator, CalleeText.Of(expression), expression.Start);
        _top = top;
    }

    private void EmitIterator(int source, int iterator, string? text, int position)
    {
        var top = _top;
        Await(iterator);
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        _position = position;
        Emit(OpCode.Move, receiver, source);
        if (text is not null)
        {
            _function.Callees[_code.Count] = text;
        }

        Emit(OpCode.LoadIteratorMethod, receiver - 2, receiver);
        EmitCall(Emit(OpCode.Call, iterator, receiver), iterator);
        Emit(OpCode.CheckObject, iterator);
        Emit(OpCode.GetField, iterator + 1, iterator, 0, _program.Cache("next"));
        _top = top;
    }

    /// <summary>Takes the next value, and whether there was none: at once where it can, else by a call of next.</summary>
    private void EmitStep(int iterator, int value)
    {
        var top = _top;
        var stepped = new Label();
        var step = Emit(OpCode.StepIterator, value, iterator, 1);
        stepped.Jumps.Add(step);
        Await(value);
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        Emit(OpCode.Move, receiver, iterator);
        Emit(OpCode.Move, receiver - 2, iterator + 1);
        _function.Callees[_code.Count] = "undefined";
        EmitCall(Emit(OpCode.Call, value, receiver), value);
        Emit(OpCode.CheckObject, value, 0, 0, 1);
        Emit(OpCode.GetField, value + 1, value, 0, _program.Cache("done"));
        Emit(OpCode.GetField, value, value, 0, _program.Cache("value"));
        Place(stepped);
        _top = top;
    }

    /// <summary>Registers for leaving code that has an iterator open.</summary>
    private ControlEntry OpenClosing()
    {
        var how = TakeTemporary();
        var value = TakeTemporary();
        EmitOddball(value, Oddball.Undefined);
        return new ControlEntry { Outer = _control, Finally = new Label(), How = how, Value = value };
    }

    /// <summary>Closes an iterator when guarded code throws or leaves; falls through to what follows only by the exits of that code.</summary>
    private void FinishClosing(ControlEntry closing, int guarded, int guardedEnd, int iterator, int done = -1)
    {
        _control = closing.Outer;
        _handlers.Add(new HandlerEntry(guarded, guardedEnd, _code.Count, closing.Value));
        EmitInteger(closing.How, 1);
        Place(closing.Finally!);
        var top = _top;
        var result = TakeTemporary();
        var closed = new Label();
        if (done >= 0)
        {
            EmitJump(OpCode.JumpIfTrue, closed, done);
        }

        Await(result);
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        Emit(OpCode.GetField, receiver - 2, iterator, 0, _program.Cache("return"));
        EmitJump(OpCode.JumpIfNullish, closed, receiver - 2);
        Emit(OpCode.Move, receiver, iterator);
        var call = _code.Count;
        _function.Callees[call] = "iterator.return";
        EmitCall(Emit(OpCode.Call, result, receiver), result);
        EmitJump(OpCode.JumpIfStrictEqualInteger, closed, closing.How, 1);
        Emit(OpCode.CheckObject, result, 0, 0, 1);
        EmitJump(OpCode.Jump, closed);

        // An error of the method itself counts only when none was under way.
        _handlers.Add(new HandlerEntry(call, call + 1, _code.Count, result));
        EmitJump(OpCode.JumpIfStrictEqualInteger, closed, closing.How, 1);
        Emit(OpCode.Throw, 0, result);
        Place(closed);
        _top = top;
        EmitFinallyExits(closing);
    }

    /// <summary>Adds what an expression yields, element by element, to an array.</summary>
    private void CompileSpread(SpreadElement spread, int array)
    {
        var top = _top;
        var (value, iterator) = TakeIteratorRegisters();
        CompileIterator(spread.Argument, iterator);
        EmitAppendAll(iterator, value, array);
        _top = top;
    }

    private void EmitAppendAll(int iterator, int value, int array)
    {
        var (start, end) = (new Label(), new Label());
        Place(start);
        EmitStep(iterator, value);
        EmitJump(OpCode.JumpIfTrue, end, value + 1);
        Emit(OpCode.Append, array, value);
        EmitLoop(start);
        Place(end);
    }
}
