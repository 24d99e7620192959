using Acornima;
using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Assignments, updates and property access.</summary>
internal sealed partial class FunctionCompiler
{
    /// <summary>A target whose object and key have been evaluated.</summary>
    private readonly record struct Target(int Object, int Key, string? Name, bool IsSuper);

    /// <summary>Lowers an assignment.</summary>
    /// <param name="assignment">The assignment.</param>
    /// <param name="register">Where its value may go; minus one: nobody needs it.</param>
    /// <returns>Register of the value.</returns>
    private int CompileAssignment(AssignmentExpression assignment, int register)
    {
        if (assignment.Left is ArrayPattern or ObjectPattern)
        {
            return CompilePatternAssignment(assignment);
        }

        var isLogical = assignment.Operator is Operator.LogicalAndAssignment or Operator.LogicalOrAssignment or Operator.NullishCoalescingAssignment;
        return assignment.Left is Identifier identifier
            ? CompileVariableAssignment(assignment, identifier, isLogical, register)
            : CompilePropertyAssignment(assignment, Unwrap(assignment.Left), isLogical, register);
    }

    private static MemberExpression Unwrap(Node target) =>
        target is ParenthesizedExpression inner ? Unwrap(inner.Expression) : (MemberExpression)target;

    private int CompileVariableAssignment(AssignmentExpression assignment, Identifier identifier, bool isLogical, int register)
    {
        var variable = Find(identifier.Name);
        if (variable is null)
        {
            Compile(assignment.Right);
            _position = assignment.Start;
            Emit(OpCode.ThrowError, (int)ErrorKind.ReferenceError, d: _program.Constant(identifier.Name + " is not defined"));
            return register < 0 ? TakeTemporary() : register;
        }

        var isDirect = variable is { IsCaptured: false, Register: >= 0, IsConstant: false } && variable.Kind != VariableKind.FunctionName
            && !variable.MustCheck(_unit, identifier.Start);
        if (isLogical)
        {
            var end = new Label();
            var value = register < FirstTemporary ? TakeTemporary() : register;
            CompileIdentifier(identifier, value);
            EmitJump(ShortCircuit(assignment.Operator), end, value);
            CompileNamed(assignment.Right, identifier.Name, value);
            StoreVariable(variable, value, identifier.Start);
            Place(end);
            return value;
        }

        if (assignment.Operator == Operator.Assignment)
        {
            if (isDirect)
            {
                return CompileNamed(assignment.Right, identifier.Name, variable.Register);
            }

            var value = CompileNamed(assignment.Right, identifier.Name, -1);
            _position = assignment.Start;
            StoreVariable(variable, value, identifier.Start);
            return value;
        }

        var old = CompileOperand(identifier, assignment.Right);
        var result = isDirect ? variable.Register : TakeTemporary();
        EmitBinary(BinaryOperation(assignment.Operator), result, old, assignment.Right, assignment.Start);
        if (!isDirect)
        {
            StoreVariable(variable, result, identifier.Start);
        }

        return result;
    }

    private int CompilePropertyAssignment(AssignmentExpression assignment, MemberExpression member, bool isLogical, int register)
    {
        var place = CompilePlace(member, assignment.Right);
        if (assignment.Operator == Operator.Assignment)
        {
            var value = Compile(assignment.Right);
            _position = assignment.Start;
            EmitStore(place, value, member);
            return value;
        }

        var result = register >= FirstTemporary ? register : TakeTemporary();
        _position = member.Start;
        EmitLoad(place, result);
        if (isLogical)
        {
            var end = new Label();
            EmitJump(ShortCircuit(assignment.Operator), end, result);
            CompileTo(assignment.Right, result);
            _position = assignment.Start;
            EmitStore(place, result, member);
            Place(end);
            return result;
        }

        EmitBinary(BinaryOperation(assignment.Operator), result, result, assignment.Right, assignment.Start);
        EmitStore(place, result, member);
        return result;
    }

    private Target CompilePlace(MemberExpression member, Node later)
    {
        if (member.Object is Super)
        {
            var key = -1;
            if (member.Computed && member.Property is not StringLiteral)
            {
                key = CompileOperand(member.Property, later);
            }

            return new Target(0, key, key < 0 ? KeyName(member) : null, IsSuper: true);
        }

        var holder = CompileOperand(member.Object, member.Computed && Assigns(member.Property) ? member.Property : later);
        if (!member.Computed || TryNameKey(member.Property, out _))
        {
            return new Target(holder, -1, KeyName(member), IsSuper: false);
        }

        return new Target(holder, CompileOperand(member.Property, later), null, IsSuper: false);
    }

    private static string KeyName(MemberExpression member) =>
        member.Computed ? ((StringLiteral)member.Property).Value : ((Identifier)member.Property).Name;

    /// <summary>Whether a computed key is a literal that is no array index.</summary>
    private static bool TryNameKey(Expression key, out string name)
    {
        name = key is StringLiteral literal ? literal.Value : string.Empty;
        return key is StringLiteral && !PropertyKey.TryIndex(name, out _);
    }

    private void EmitLoad(Target place, int register)
    {
        if (place.IsSuper)
        {
            EmitSuperLoad(place, register);
        }
        else if (place.Name is { } name)
        {
            Emit(name is "length" ? OpCode.GetLength : OpCode.GetField, register, place.Object, 0, _program.Cache(name));
        }
        else
        {
            Emit(OpCode.GetElement, register, place.Object, place.Key);
        }
    }

    private void EmitSuperLoad(Target place, int register)
    {
        var top = _top;
        var receiver = 0;
        if (_unit.ThisOwner != _unit || IsDerivedConstructor)
        {
            receiver = TakeTemporary();
            CompileThis(receiver);
        }

        Emit(OpCode.GetSuper, register, receiver, Math.Max(place.Key, 0), place.Name is { } name ? _program.Names.Number(name) : -1);
        _top = top;
    }

    private void EmitStore(Target place, int value, MemberExpression member)
    {
        if (place.Name is { } name)
        {
            var holder = place.Object;
            var isAdding = member.Object is ThisExpression && (_function.Flags & (FunctionFlags.Constructor | FunctionFlags.ClassConstructor)) != FunctionFlags.None;
            if (place.IsSuper && (_unit.ThisOwner != _unit || IsDerivedConstructor))
            {
                holder = TakeTemporary();
                CompileThis(holder);
            }

            Emit(isAdding ? OpCode.AddField : OpCode.SetField, holder, value, 0, _program.Cache(name));
        }
        else
        {
            Emit(OpCode.SetElement, place.Object, place.Key, value);
        }
    }

    private void CompileDelete(UnaryExpression expression, MemberExpression member, int register)
    {
        var place = CompilePlace(member, member.Property);
        var key = place.Key;
        if (place.Name is { } name)
        {
            key = TakeTemporary();
            Emit(OpCode.LoadConstant, key, d: _program.Constant(name));
        }

        _position = expression.Start;
        Emit(OpCode.Delete, register, place.Object, key, _unit.IsStrict ? 1 : 0);
    }

    private void CompileMember(MemberExpression member, int register)
    {
        if (member is { Computed: false, Object: Identifier { Name: var holder }, Property: Identifier property }
            && Find(holder) is null && BuiltIns.BuiltInNumbers.TryFind(holder, property.Name, out var number))
        {
            EmitNumber(register, number);
            return;
        }

        var place = CompilePlace(member, member.Property);
        _position = member.Computed || member.Object is Super ? member.Start : member.Property.Start;
        EmitLoad(place, register);
    }

    private void CompileUpdate(UpdateExpression update, int register)
    {
        var step = update.Operator == Operator.Increment ? 1 : -1;
        if (update.Argument is Identifier identifier)
        {
            CompileVariableUpdate(update, identifier, step, register);
            return;
        }

        var member = Unwrap(update.Argument);
        var place = CompilePlace(member, member.Property);
        var old = TakeTemporary();
        _position = update.Start;
        EmitLoad(place, old);
        if (update.Prefix || register < 0)
        {
            Emit(OpCode.Increment, old, old, 0, step);
            EmitStore(place, old, member);
            if (register >= 0)
            {
                Emit(OpCode.Move, register, old);
            }
        }
        else
        {
            var next = TakeTemporary();
            Emit(OpCode.ToNumber, old, old);
            Emit(OpCode.Increment, next, old, 0, step);
            EmitStore(place, next, member);
            Emit(OpCode.Move, register, old);
        }
    }

    private void CompileVariableUpdate(UpdateExpression update, Identifier identifier, int step, int register)
    {
        _position = update.Start;
        var variable = Find(identifier.Name);
        if (variable is null)
        {
            Emit(OpCode.ThrowError, (int)ErrorKind.ReferenceError, d: _program.Constant(identifier.Name + " is not defined"));
            return;
        }

        var isDirect = variable is { IsCaptured: false, Register: >= 0, IsConstant: false } && variable.Kind != VariableKind.FunctionName
            && !variable.MustCheck(_unit, identifier.Start);
        var old = isDirect ? variable.Register : TakeTemporary();
        if (!isDirect)
        {
            LoadVariable(variable, old, identifier.Start);
        }

        if (register >= 0 && !update.Prefix)
        {
            var kept = register == old ? TakeTemporary() : register;
            Emit(OpCode.ToNumber, kept, old);
            var next = isDirect ? old : TakeTemporary();
            Emit(OpCode.Increment, next, kept, 0, step);
            FinishUpdate(variable, isDirect, next, identifier);
            if (kept != register)
            {
                Emit(OpCode.Move, register, kept);
            }

            return;
        }

        Emit(OpCode.Increment, old, old, 0, step);
        FinishUpdate(variable, isDirect, old, identifier);
        if (register >= 0 && register != old)
        {
            Emit(OpCode.Move, register, old);
        }
    }

    private void FinishUpdate(Variable variable, bool isDirect, int value, Identifier identifier)
    {
        if (!isDirect)
        {
            StoreVariable(variable, value, identifier.Start);
        }
    }
}
