using Acornima;
using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Interpreting;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Expressions. A result goes to a given register, or to wherever it already is.</summary>
internal sealed partial class FunctionCompiler
{
    /// <summary>Lowers to any register: a variable's own when nothing has to be computed.</summary>
    private int Compile(Expression expression)
    {
        ProgramLimit.CheckDepth(expression);
        switch (expression)
        {
            case Identifier identifier when Find(identifier.Name) is { IsCaptured: false, Register: >= 0 } variable
                && !variable.MustCheck(_unit, identifier.Start):
                return variable.Register;
            case ThisExpression when _unit.ThisOwner == _unit && !IsDerivedConstructor:
                return 0;
            case AssignmentExpression assignment:
                return CompileAssignment(assignment, TakeTemporary());
            default:
                return CompileTo(expression, TakeTemporary());
        }
    }

    /// <summary>As <see cref="Compile"/>, for an operand that is still needed after a later expression was evaluated.</summary>
    private int CompileOperand(Expression expression, Node later)
    {
        var register = Compile(expression);
        if (register >= FirstTemporary || register == 0 || !Assigns(later))
        {
            return register;
        }

        var copy = TakeTemporary();
        Emit(OpCode.Move, copy, register);
        return copy;
    }

    private static bool Assigns(Node node)
    {
        ProgramLimit.CheckDepth(node);
        switch (node)
        {
            case AssignmentExpression or UpdateExpression:
                return true;
            case IFunction or Literal or Identifier:
                return false;
            default:
                foreach (var child in node.ChildNodes)
                {
                    if (child is not null && Assigns(child))
                    {
                        return true;
                    }
                }

                return false;
        }
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "MA0051:Method is too long", Justification = "One case a construct.")]
    private int CompileTo(Expression expression, int register)
    {
        ProgramLimit.CheckDepth(expression);
        var top = _top;
        _position = expression.Start;
        switch (expression)
        {
            case NumericLiteral literal:
                EmitNumber(register, literal.Value);
                break;
            case StringLiteral literal:
                Emit(OpCode.LoadConstant, register, d: _program.Constant(literal.Value));
                break;
            case BooleanLiteral literal:
                EmitOddball(register, literal.Value ? Oddball.True : Oddball.False);
                break;
            case NullLiteral:
                EmitOddball(register, Oddball.Null);
                break;
            case Identifier identifier:
                CompileIdentifier(identifier, register);
                break;
            case ThisExpression:
                CompileThis(register);
                break;
            case TemplateLiteral template:
                CompileTemplate(template, register);
                break;
            case ArrayExpression array:
                CompileArray(array, register);
                break;
            case ObjectExpression literal:
                CompileObject(literal, register);
                break;
            case FunctionExpression or ArrowFunctionExpression:
                CompileClosure(expression, string.Empty, register);
                break;
            case ClassExpression type:
                CompileClass(type, type.Id?.Name ?? string.Empty, register);
                break;
            case UpdateExpression update:
                CompileUpdate(update, register);
                break;
            case UnaryExpression unary:
                CompileUnary(unary, register);
                break;
            case LogicalExpression logical:
                CompileLogical(logical, register);
                break;
            case NonLogicalBinaryExpression binary:
                CompileBinary(binary, register);
                break;
            case ConditionalExpression conditional:
                CompileConditional(conditional, register);
                break;
            case AssignmentExpression assignment:
                var value = CompileAssignment(assignment, register);
                if (value != register)
                {
                    Emit(OpCode.Move, register, value);
                }

                break;
            case MemberExpression member:
                CompileMember(member, register);
                break;
            case CallExpression call:
                CompileCall(call, register);
                break;
            case NewExpression construction:
                CompileNew(construction, register);
                break;
            case SequenceExpression sequence:
                CompileSequence(sequence, register);
                break;
            case ParenthesizedExpression parenthesized:
                CompileTo(parenthesized.Expression, register);
                break;
            default:
                throw new InvalidOperationException($"An expression of type {expression.Type} passed the feature check.");
        }

        _top = Math.Max(top, Math.Min(_top, register + 1));
        return register;
    }

    private void EmitNumber(int register, double value)
    {
        if (IsInteger(value))
        {
            EmitInteger(register, (int)value);
        }
        else
        {
            EmitDouble(register, value);
        }
    }

    private static bool IsInteger(double value) =>
        value == (int)value && (value != 0 || !double.IsNegative(value));

    private static bool TryInteger(Expression expression, out int integer)
    {
        if (ConstantFolding.TryNumber(expression, out var value) && IsInteger(value))
        {
            integer = (int)value;
            return true;
        }

        integer = 0;
        return false;
    }

    private int CompileNamed(Expression expression, string name, int register)
    {
        switch (expression)
        {
            case FunctionExpression { Id: null } or ArrowFunctionExpression:
                register = register < 0 ? TakeTemporary() : register;
                CompileClosure(expression, name, register);
                return register;
            case ClassExpression { Id: null } type:
                register = register < 0 ? TakeTemporary() : register;
                CompileClass(type, name, register);
                return register;
            default:
                return register < 0 ? Compile(expression) : CompileInto(expression, register);
        }
    }

    /// <summary>Lowers into a variable: it must keep its old value until the new one is complete.</summary>
    private int CompileInto(Expression expression, int register)
    {
        if (register >= FirstTemporary || expression is not (LogicalExpression or ConditionalExpression or SequenceExpression or TemplateLiteral))
        {
            return CompileTo(expression, register);
        }

        var top = _top;
        Emit(OpCode.Move, register, CompileTo(expression, TakeTemporary()));
        _top = top;
        return register;
    }

    private void CompileClosure(Expression expression, string name, int register)
    {
        var flags = expression is ArrowFunctionExpression ? FunctionFlags.Arrow : FunctionFlags.Constructor;
        var position = _position;
        var index = CompileFunction(expression, name, flags);
        _position = position;
        Emit(OpCode.NewClosure, register, NearestContext(_scope), 0, index);
    }

    private void CompileSequence(SequenceExpression sequence, int register)
    {
        for (var i = 0; i < sequence.Expressions.Count - 1; i++)
        {
            CompileForEffect(sequence.Expressions[i]);
        }

        CompileTo(sequence.Expressions[^1], register);
    }

    private void CompileConditional(ConditionalExpression conditional, int register)
    {
        var otherwise = new Label();
        var end = new Label();
        CompileCondition(conditional.Test, otherwise, jumpsWhen: false);
        CompileTo(conditional.Consequent, register);
        EmitJump(OpCode.Jump, end);
        Place(otherwise);
        CompileTo(conditional.Alternate, register);
        Place(end);
    }

    private void CompileLogical(LogicalExpression logical, int register)
    {
        var end = new Label();
        CompileTo(logical.Left, register);
        EmitJump(ShortCircuit(logical.Operator), end, register);
        CompileTo(logical.Right, register);
        Place(end);
    }

    private static OpCode ShortCircuit(Operator operation) => operation switch
    {
        Operator.LogicalAnd or Operator.LogicalAndAssignment => OpCode.JumpIfFalse,
        Operator.LogicalOr or Operator.LogicalOrAssignment => OpCode.JumpIfTrue,
        _ => OpCode.JumpIfNotNullish,
    };

    private void CompileUnary(UnaryExpression unary, int register)
    {
        if (unary.Operator == Operator.TypeOf && unary.Argument is Identifier name && Find(name.Name) is null
            && !KnownGlobals.Globals.Contains(name.Name))
        {
            Emit(OpCode.LoadConstant, register, d: _program.Constant("undefined"));
            return;
        }

        if (ConstantFolding.TryNumber(unary, out var number))
        {
            EmitNumber(register, number);
            return;
        }

        if (unary is { Operator: Operator.Delete, Argument: MemberExpression member })
        {
            CompileDelete(unary, member, register);
            return;
        }

        var operand = Compile(unary.Argument);
        _position = unary.Start;
        switch (unary.Operator)
        {
            case Operator.UnaryPlus:
                Emit(OpCode.ToNumber, register, operand);
                break;
            case Operator.UnaryNegation:
                Emit(OpCode.Negate, register, operand);
                break;
            case Operator.BitwiseNot:
                Emit(OpCode.Invert, register, operand);
                break;
            case Operator.LogicalNot:
                Emit(OpCode.Not, register, operand);
                break;
            case Operator.TypeOf:
                Emit(OpCode.TypeOf, register, operand);
                break;
            default:
                EmitOddball(register, Oddball.Undefined);
                break;
        }
    }

    private void CompileBinary(NonLogicalBinaryExpression binary, int register)
    {
        if (ConstantFolding.TryNumber(binary, out var number))
        {
            EmitNumber(register, number);
            return;
        }

        var operation = BinaryOperation(binary.Operator);
        if (IntegerOperation(operation) is { } integerOperation && TryInteger(binary.Right, out var integer))
        {
            var operand = Compile(binary.Left);
            _position = binary.Start;
            Emit(integerOperation, register, operand, 0, integer);
            return;
        }

        var left = CompileOperand(binary.Left, binary.Right);
        var right = Compile(binary.Right);
        _position = binary.Start;
        Emit(operation, register, left, right);
    }

    private void EmitBinary(OpCode operation, int register, int left, Expression rightExpression, int position)
    {
        if (IntegerOperation(operation) is { } integerOperation && TryInteger(rightExpression, out var integer))
        {
            _position = position;
            Emit(integerOperation, register, left, 0, integer);
            return;
        }

        var right = Compile(rightExpression);
        _position = position;
        Emit(operation, register, left, right);
    }

    private static OpCode BinaryOperation(Operator operation) => operation switch
    {
        Operator.Addition or Operator.AdditionAssignment => OpCode.Add,
        Operator.Subtraction or Operator.SubtractionAssignment => OpCode.Subtract,
        Operator.Multiplication or Operator.MultiplicationAssignment => OpCode.Multiply,
        Operator.Division or Operator.DivisionAssignment => OpCode.Divide,
        Operator.Remainder or Operator.RemainderAssignment => OpCode.Remainder,
        Operator.Exponentiation or Operator.ExponentiationAssignment => OpCode.Power,
        Operator.BitwiseAnd or Operator.BitwiseAndAssignment => OpCode.And,
        Operator.BitwiseOr or Operator.BitwiseOrAssignment => OpCode.Or,
        Operator.BitwiseXor or Operator.BitwiseXorAssignment => OpCode.Xor,
        Operator.LeftShift or Operator.LeftShiftAssignment => OpCode.ShiftLeft,
        Operator.RightShift or Operator.RightShiftAssignment => OpCode.ShiftRight,
        Operator.UnsignedRightShift or Operator.UnsignedRightShiftAssignment => OpCode.ShiftRightUnsigned,
        Operator.LessThan => OpCode.Less,
        Operator.LessThanOrEqual => OpCode.LessEqual,
        Operator.GreaterThan => OpCode.Greater,
        Operator.GreaterThanOrEqual => OpCode.GreaterEqual,
        Operator.StrictEquality => OpCode.StrictEqual,
        Operator.StrictInequality => OpCode.StrictNotEqual,
        Operator.Equality => OpCode.LooseEqual,
        Operator.Inequality => OpCode.LooseNotEqual,
        Operator.In => OpCode.In,
        Operator.InstanceOf => OpCode.InstanceOf,
        _ => throw new InvalidOperationException($"Operator {operation} is unknown."),
    };

    private static OpCode? IntegerOperation(OpCode operation) => operation switch
    {
        OpCode.Add => OpCode.AddInteger,
        OpCode.Subtract => OpCode.SubtractInteger,
        OpCode.Multiply => OpCode.MultiplyInteger,
        OpCode.Divide => OpCode.DivideInteger,
        OpCode.Remainder => OpCode.RemainderInteger,
        OpCode.And => OpCode.AndInteger,
        OpCode.Or => OpCode.OrInteger,
        OpCode.Xor => OpCode.XorInteger,
        OpCode.ShiftLeft => OpCode.ShiftLeftInteger,
        OpCode.ShiftRight => OpCode.ShiftRightInteger,
        OpCode.ShiftRightUnsigned => OpCode.ShiftRightUnsignedInteger,
        _ => null,
    };
}
