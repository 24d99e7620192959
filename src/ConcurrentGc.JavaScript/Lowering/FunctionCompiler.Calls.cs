using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Calls: function, this and arguments are evaluated into the registers where the callee finds them.</summary>
internal sealed partial class FunctionCompiler
{
    private void CompileCall(CallExpression call, int register)
    {
        if (call.Callee is Super)
        {
            CompileSuperCall(call, register);
            return;
        }

        if (TryCompileRequire(call, register) || TryCompileIntrinsic(call, register))
        {
            return;
        }

        Await(register);
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        if (TryFixedGlobal(call.Callee, call.Arguments, out var global))
        {
            CompileArguments(call.Arguments);
            _position = call.Start;
            _function.Callees[_code.Count] = CalleeText.Of(call.Callee);
            EmitCall(Emit(OpCode.CallGlobal, register, receiver, call.Arguments.Count, global), register);
            return;
        }

        var callee = receiver - 2;
        var isMethod = CompileCallee(Strip(call.Callee), receiver, callee);
        CompileArguments(call.Arguments);
        _position = call.Callee is MemberExpression { Computed: false } member ? member.Property.Start : call.Start;
        _function.Callees[_code.Count] = CalleeText.Of(call.Callee);
        EmitCall(Emit(isMethod ? OpCode.Call : OpCode.CallPlain, register, receiver, call.Arguments.Count), register);
    }

    /// <summary>The register waits for a call's result: while the call runs, what it holds is dead.</summary>
    private void Await(int register)
    {
        if (register >= FirstTemporary)
        {
            _awaiting.Add(register);
        }
    }

    private void EmitCall(int at, int register)
    {
        if (_awaiting.Count > 0)
        {
            _function.DeadRegisters[at] = [.. _awaiting];
        }

        if (register >= FirstTemporary)
        {
            _awaiting.RemoveAt(_awaiting.Count - 1);
        }
    }

    private static Expression Strip(Expression callee) =>
        callee is ParenthesizedExpression inner ? Strip(inner.Expression) : callee;

    private bool CompileCallee(Expression callee, int receiver, int function)
    {
        if (callee is not MemberExpression member)
        {
            CompileTo(callee, function);
            _top = receiver + 1;
            return false;
        }

        if (member.Object is Super)
        {
            CompileThis(receiver);
            var place = CompilePlace(member, member.Property);
            _position = member.Start;
            Emit(OpCode.GetSuper, function, receiver, Math.Max(place.Key, 0), place.Name is { } superName ? _program.Names.Number(superName) : -1);
            _top = receiver + 1;
            return true;
        }

        CompileTo(member.Object, receiver);
        if (!member.Computed || TryNameKey(member.Property, out _))
        {
            _position = member.Property.Start;
            Emit(OpCode.GetMethod, function, receiver, 0, _program.Cache(KeyName(member)));
        }
        else
        {
            var key = Compile(member.Property);
            _position = member.Start;
            Emit(OpCode.GetElement, function, receiver, key);
        }

        _top = receiver + 1;
        return true;
    }

    private void CompileArguments(in NodeList<Expression> arguments)
    {
        foreach (var argument in arguments)
        {
            CompileTo(argument, TakeTemporary());
        }
    }

    private bool TryCompileRequire(CallExpression call, int register)
    {
        if (call.Callee is Identifier { Name: "require" } && Find("require") is null)
        {
            var module = ((StringLiteral)call.Arguments[0]).Value; // fs, os or v8: others are refused
            Emit(OpCode.LoadBuiltIn, register, d: _program.Constant("require:" + module[(module.IndexOf(':', StringComparison.Ordinal) + 1)..]));
            return true;
        }

        return false;
    }

    private void CompileNew(NewExpression construction, int register)
    {
        Await(register);
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        var isFixed = TryFixedGlobal(construction.Callee, construction.Arguments, out var global);
        if (!isFixed)
        {
            CompileTo(construction.Callee, receiver - 2);
            _top = receiver + 1;
        }

        CompileArguments(construction.Arguments);
        _position = construction.Start;
        _function.Callees[_code.Count] = CalleeText.Of(construction.Callee);
        EmitCall(Emit(isFixed ? OpCode.NewGlobal : OpCode.New, register, receiver, construction.Arguments.Count, global), register);
    }

    /// <summary>
    /// Whether a callee is a module variable that is a function or class for good, so that it can be read after the
    /// arguments; a class that may not be initialized yet must not be, when an argument has effects.
    /// </summary>
    private bool TryFixedGlobal(Expression callee, in NodeList<Expression> arguments, out int global)
    {
        global = 0;
        if (callee is not Identifier identifier || Find(identifier.Name) is not { Global: >= 0, IsAssigned: false } variable
            || variable.Kind is not (VariableKind.Var or VariableKind.Class))
        {
            return false;
        }

        global = variable.Global;
        return variable.Kind == VariableKind.Var || arguments.All(each => each is Identifier or Literal or ThisExpression);
    }

    private void CompileSuperCall(CallExpression call, int register)
    {
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        CompileArguments(call.Arguments);
        _position = call.Start;
        _function.Callees[_code.Count] = "super";
        Emit(OpCode.CallSuper, receiver, receiver, call.Arguments.Count);
        BindThis(receiver);
        if (register != receiver)
        {
            Emit(OpCode.Move, register);
        }
    }

    private void BindThis(int value)
    {
        Emit(OpCode.BindThis, 0, value);
        if (_unit.This is { } captured)
        {
            StoreInitial(captured, 0);
        }

        if (_class is { } body)
        {
            CallFieldInitializer(body);
        }
    }

    private void CallFieldInitializer(ClassBody body)
    {
        if (_scopes.FieldsOf(body) is null)
        {
            return;
        }

        var top = _top;
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        LoadVariable(Find("%fields")!, receiver - 2, int.MaxValue);
        Emit(OpCode.Move, receiver);
        Emit(OpCode.Call, receiver, receiver);
        _top = top;
    }
}
