using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Classes: constructor, prototype, methods, fields.</summary>
internal sealed partial class FunctionCompiler
{
    private void CompileClassDeclaration(ClassDeclaration declaration)
    {
        var top = _top;
        var register = TakeTemporary();
        CompileClass(declaration, declaration.Id!.Name, register);
        StoreInitial(Find(declaration.Id.Name)!, register);
        _top = top;
    }

    private void CompileClass(IClass type, string name, int register)
    {
        var node = (Node)type;
        var outerTop = _top;
        var scope = _scopes.ScopeOf(node);
        _scope = scope;
        OpenScope(scope);
        var constructor = TakeTemporary();
        var prototype = TakeTemporary();
        var parent = TakeTemporary();
        if (type.SuperClass is { } super)
        {
            CompileTo(super, parent);
        }
        else
        {
            EmitOddball(parent, Oddball.Hole);
        }

        _position = node.Start;
        Emit(OpCode.NewClass, constructor, parent, NearestContext(scope), CompileConstructor(type, name));
        _program.Functions[_code[^1].D].PrototypeCapacity = CountMethods(type.Body) + 1;
        foreach (var element in type.Body.Body)
        {
            if (element is MethodDefinition { Kind: not PropertyKind.Constructor } method)
            {
                CompileMethod(method, method.Static ? constructor : prototype);
            }
        }

        if (type.Id is { } id && scope.Find(id.Name) is { IsUsed: true } inner)
        {
            StoreInitial(inner, constructor);
        }

        CompileInitializer(type.Body, _scopes.FieldsOf(type.Body), isStatic: false, prototype, scope.Find("%fields"));
        CompileInitializer(type.Body, _scopes.StaticFieldsOf(type.Body), isStatic: true, constructor, null);
        if (register != constructor)
        {
            Emit(OpCode.Move, register, constructor);
        }

        CloseScope(scope, outerTop);
    }

    private static int CountMethods(ClassBody body)
    {
        var count = 0;
        foreach (var element in body.Body)
        {
            count += element is MethodDefinition { Static: false, Kind: not PropertyKind.Constructor } ? 1 : 0;
        }

        return count;
    }

    private int CompileConstructor(IClass type, string name)
    {
        var flags = FunctionFlags.ClassConstructor | FunctionFlags.Constructor;
        var isDerived = type.SuperClass is not null;
        flags |= isDerived ? FunctionFlags.Derived : FunctionFlags.None;
        foreach (var element in type.Body.Body)
        {
            if (element is MethodDefinition { Kind: PropertyKind.Constructor } method)
            {
                return CompileFunction(method.Value, name, flags, type.Body, isDerived, (Node)type);
            }
        }

        var unit = new FunctionUnit((Node)type, _unit, isArrow: false);
        unit.Root = new Scope(ScopeKind.Function, _scope, unit, isRepeated: false);
        unit.Registers = 1;
        var compiler = new FunctionCompiler(_program, _scopes, unit, name) { _position = ((Node)type).Start, _class = type.Body };
        compiler.SetText((Node)type);
        compiler._function.Flags = flags;
        compiler._function.ExpectedProperties = ConstructorText.ExpectedProperties(new EmptyStatement(), type.Body);
        compiler.CompileDefaultConstructor(type.Body, isDerived);
        return compiler._function.Index;
    }

    private void CompileDefaultConstructor(ClassBody body, bool isDerived)
    {
        if (isDerived)
        {
            var value = TakeTemporary();
            Emit(OpCode.ForwardSuper, value);
            BindThis(value);
        }
        else
        {
            CallFieldInitializer(body);
        }

        EmitReturnUndefined();
        Finish();
    }

    /// <summary>The name that a method gets from a computed key, as far as it is known before the program runs.</summary>
    private static string NameOfComputed(Expression key) =>
        key is MemberExpression { Computed: false, Object: Identifier { Name: "Symbol" }, Property: Identifier { Name: "iterator" } } ? "[Symbol.iterator]" : string.Empty;

    private void CompileMethod(MethodDefinition method, int holder)
    {
        var top = _top;
        var key = -1;
        if (method.Computed)
        {
            key = TakeTemporary();
            CompileTo(method.Key, key);
        }

        var name = method.Computed ? NameOfComputed(method.Key) : NameOf(method.Key);
        var closure = TakeTemporary();
        _position = method.Start;
        Emit(OpCode.NewClosure, closure, NearestContext(_scope), 0, CompileFunction(method.Value, name, FunctionFlags.None, text: method));
        Emit(OpCode.SetHome, closure, holder);
        if (key >= 0 || PropertyKey.TryIndex(name, out _))
        {
            if (key < 0)
            {
                key = TakeTemporary();
                Emit(OpCode.LoadConstant, key, d: _program.Constant(name));
            }

            Emit(OpCode.DefineElement, holder, key, closure);
        }
        else
        {
            Emit(OpCode.DefineField, holder, closure, 0, _program.Cache(name));
        }

        _top = top;
    }

    private void CompileInitializer(ClassBody body, FunctionUnit? unit, bool isStatic, int home, Variable? variable)
    {
        if (unit is null)
        {
            return;
        }

        var compiler = new FunctionCompiler(_program, _scopes, unit, isStatic ? "<static_initializer>" : "<instance_members_initializer>")
        {
            _position = body.Start,
        };
        compiler.CompileFields(body, isStatic);
        var top = _top;
        Reserve(LinkWords);
        var receiver = TakeTemporary();
        Emit(OpCode.NewClosure, receiver - 2, NearestContext(_scope), 0, compiler._function.Index);
        Emit(OpCode.SetHome, receiver - 2, home);
        if (variable is not null)
        {
            StoreInitial(variable, receiver - 2);
        }
        else
        {
            Emit(OpCode.Move, receiver, home);
            Emit(OpCode.Call, receiver, receiver);
        }

        _top = top;
    }

    private void CompileFields(ClassBody body, bool isStatic)
    {
        EnterFunction();
        foreach (var element in body.Body)
        {
            if (element is not PropertyDefinition field || field.Static != isStatic)
            {
                continue;
            }

            var top = _top;
            _position = field.Start;
            var name = field.Computed ? string.Empty : NameOf(field.Key);
            var value = TakeTemporary();
            if (field.Value is { } expression)
            {
                CompileNamed(expression, name, value);
            }
            else
            {
                EmitOddball(value, Oddball.Undefined);
            }

            _position = field.Start;
            if (field.Computed)
            {
                var key = TakeTemporary();
                CompileTo(field.Key, key);
                Emit(OpCode.DefineElement, 0, key, value);
            }
            else
            {
                Emit(OpCode.DefineField, 0, value, 0, _program.Cache(name));
            }

            _top = top;
        }

        EmitReturnUndefined();
        Finish();
    }
}
