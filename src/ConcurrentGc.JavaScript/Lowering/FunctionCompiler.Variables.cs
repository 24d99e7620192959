using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Scopes, contexts and names.</summary>
internal sealed partial class FunctionCompiler
{
    private void OpenScope(Scope scope)
    {
        TraceScopeStart(scope);
        if (scope.ContextSlots > 0)
        {
            var outer = NearestContext(scope.Parent);
            scope.ContextRegister = TakeTemporary();
            Emit(OpCode.NewContext, scope.ContextRegister, outer, scope.ContextSlots);
        }

        foreach (var variable in scope.Variables)
        {
            var isUnbound = variable.Kind == VariableKind.This && IsDerivedConstructor;
            if (!isUnbound && !(variable.IsLexical && variable.NeedsHole))
            {
                continue;
            }

            var register = variable is { Register: >= 0, IsCaptured: false } ? variable.Register : TakeTemporary();
            EmitOddball(register, Oddball.Hole);
            StoreInitial(variable, register);
            _top -= register >= FirstTemporary ? 1 : 0;
        }
    }

    /// <summary>Register of the innermost context of this function; zero: the function's own.</summary>
    private int NearestContext(Scope? scope)
    {
        for (var at = scope; at is not null && at.Unit == _unit; at = at.Parent)
        {
            if (at.ContextSlots > 0)
            {
                return at.ContextRegister;
            }
        }

        return 0;
    }

    private void CloseScope(Scope scope, int top)
    {
        foreach (var variable in scope.Variables)
        {
            if (variable.LiveFrom >= 0)
            {
                _function.Lifetimes.Add(new RegisterLifetime(variable.Register, variable.LiveFrom, _code.Count));
            }
        }

        TraceScopeEnd(scope);
        _scope = scope.Parent!;
        _top = top;
    }

    private void HoistFunctions(in NodeList<Statement> statements)
    {
        foreach (var statement in statements)
        {
            Statement inner = statement;
            while (inner is LabeledStatement labeled)
            {
                inner = labeled.Body;
            }

            if (inner is FunctionDeclaration { Id: { } id } declaration)
            {
                var index = CompileFunction(declaration, id.Name, FunctionFlags.Constructor);
                var variable = Find(id.Name)!;
                var register = variable.Register >= 0 && !variable.IsCaptured ? variable.Register : TakeTemporary();
                Emit(OpCode.NewClosure, register, NearestContext(_scope), 0, index);
                if (register >= FirstTemporary)
                {
                    StoreInitial(variable, register);
                    _top--;
                }
            }
        }
    }

    private Variable? Find(string name)
    {
        for (var at = _scope; at is not null; at = at.Parent)
        {
            if (at.Find(name) is { } variable)
            {
                return variable;
            }
        }

        return null;
    }

    /// <summary>Gives a variable its first value: no check, no const error.</summary>
    private void StoreInitial(Variable variable, int register)
    {
        if (variable.Global >= 0)
        {
            Emit(OpCode.StoreGlobal, register, d: variable.Global);
        }
        else if (variable.Slot >= 0)
        {
            EmitContextAccess(variable, OpCode.StoreContext, OpCode.StoreOuter, register);
        }
        else if (variable.Register != register)
        {
            Emit(OpCode.Move, variable.Register, register);
        }
    }

    private void EmitContextAccess(Variable variable, OpCode own, OpCode outer, int register)
    {
        if (variable.Scope.Unit == _unit)
        {
            Emit(own, register, variable.Scope.ContextRegister, 0, variable.Slot);
            return;
        }

        // Contexts between the one that this function's closure got and the variable's own.
        var depth = 0;
        for (var at = _unit.Root.Parent!; at != variable.Scope; at = at.Parent!)
        {
            depth += at.ContextSlots > 0 ? 1 : 0;
        }

        Emit(outer, register, 0, depth, variable.Slot);
    }

    private void LoadVariable(Variable variable, int register, int position)
    {
        var mustCheck = variable.MustCheck(_unit, position);
        if (variable.Global >= 0)
        {
            Emit(mustCheck ? OpCode.LoadGlobalChecked : OpCode.LoadGlobal, register, _program.Constant(variable.Name), 0, variable.Global);
            return;
        }

        if (variable.Slot >= 0)
        {
            EmitContextAccess(variable, OpCode.LoadContext, OpCode.LoadOuter, register);
        }
        else if (variable.Register != register)
        {
            Emit(OpCode.Move, register, variable.Register);
        }

        if (mustCheck)
        {
            Emit(OpCode.ThrowIfHole, register, d: _program.Constant(variable.Name));
        }
    }

    private void StoreVariable(Variable variable, int register, int position)
    {
        if (variable.MustCheck(_unit, position))
        {
            var was = TakeTemporary();
            LoadVariable(variable, was, position);
            _top--;
        }

        if (variable.IsConstant || (variable.Kind == VariableKind.FunctionName && _unit.IsStrict))
        {
            Emit(OpCode.ThrowError, (int)ErrorKind.TypeError, d: _program.Constant("Assignment to constant variable."));
        }
        else if (variable.Kind != VariableKind.FunctionName)
        {
            StoreInitial(variable, register);
        }
    }

    private void CompileIdentifier(Identifier identifier, int register)
    {
        _position = identifier.Start;
        if (Find(identifier.Name) is { } variable)
        {
            LoadVariable(variable, register, identifier.Start);
            return;
        }

        switch (identifier.Name)
        {
            case "undefined":
                EmitOddball(register, Oddball.Undefined);
                break;
            case "NaN":
                EmitDouble(register, double.NaN);
                break;
            case "Infinity":
                EmitDouble(register, double.PositiveInfinity);
                break;
            default:
                if (KnownGlobals.Globals.Contains(identifier.Name))
                {
                    Emit(OpCode.LoadBuiltIn, register, d: _program.Constant(identifier.Name));
                }
                else
                {
                    Emit(OpCode.ThrowError, (int)ErrorKind.ReferenceError, d: _program.Constant(identifier.Name + " is not defined"));
                    EmitOddball(register, Oddball.Undefined);
                }

                break;
        }
    }

    private void EmitDouble(int register, double value)
    {
        var at = Emit(OpCode.LoadDouble, register, _program.Constant(value));
        var instruction = _code[at];
        instruction.Word = BitConverter.DoubleToInt64Bits(value);
        _code[at] = instruction;
    }

    private void CompileThis(int register)
    {
        var owner = _unit.ThisOwner;
        if (owner == _unit)
        {
            if (IsDerivedConstructor)
            {
                Emit(OpCode.CheckThis);
            }

            if (register != 0)
            {
                Emit(OpCode.Move, register);
            }

            return;
        }

        var captured = owner.This!;
        if (captured.Global >= 0)
        {
            Emit(OpCode.LoadGlobal, register, d: captured.Global);
        }
        else
        {
            EmitContextAccess(captured, OpCode.LoadContext, OpCode.LoadOuter, register);
        }

        Emit(OpCode.ThrowIfHole, register, d: _program.Constant("this"));
    }
}
