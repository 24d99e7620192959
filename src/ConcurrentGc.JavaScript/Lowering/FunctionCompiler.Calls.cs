using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;

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

        if (TryCompileRequire(call, register))
        {
            return;
        }

        Reserve(LinkWords);
        var receiver = TakeTemporary();
        var callee = receiver - 2;
        var isMethod = CompileCallee(Strip(call.Callee), receiver, callee);
        CompileArguments(call.Arguments);
        _position = call.Callee is MemberExpression { Computed: false } member ? member.Property.Start : call.Start;
        _function.Callees[_code.Count] = CalleeText.Of(call.Callee);
        Emit(isMethod ? OpCode.Call : OpCode.CallPlain, register, receiver, call.Arguments.Count);
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
            Emit(OpCode.LoadBuiltIn, register, d: _program.Constant("require:fs"));
            return true;
        }

        return false;
    }

    private void CompileNew(NewExpression construction, int register)
    {
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        CompileTo(construction.Callee, receiver - 2);
        _top = receiver + 1;
        CompileArguments(construction.Arguments);
        _position = construction.Start;
        _function.Callees[_code.Count] = CalleeText.Of(construction.Callee);
        Emit(OpCode.New, register, receiver, construction.Arguments.Count, _program.Cache(string.Empty));
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
