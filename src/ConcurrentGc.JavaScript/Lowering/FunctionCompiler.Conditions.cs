using Acornima;
using Acornima.Ast;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Parsing;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Expressions that decide a jump: compared and branched on in one instruction.</summary>
internal sealed partial class FunctionCompiler
{
    /// <summary>Jumps to a label when a condition is true (or false), else goes on.</summary>
    private void CompileCondition(Expression test, Label target, bool jumpsWhen)
    {
        ProgramLimit.CheckDepth(test);
        var top = _top;
        switch (test)
        {
            case BooleanLiteral literal:
                if (literal.Value == jumpsWhen)
                {
                    EmitJump(OpCode.Jump, target);
                }

                break;
            case UnaryExpression { Operator: Operator.LogicalNot } not:
                CompileCondition(not.Argument, target, !jumpsWhen);
                break;
            case LogicalExpression { Operator: Operator.LogicalAnd or Operator.LogicalOr } logical:
                CompileLogicalCondition(logical, target, jumpsWhen);
                break;
            case NonLogicalBinaryExpression binary when ComparisonJump(binary.Operator, jumpsWhen) is { } jump:
                CompileComparison(binary, jump, target, jumpsWhen);
                break;
            default:
                EmitJump(jumpsWhen ? OpCode.JumpIfTrue : OpCode.JumpIfFalse, target, Compile(test));
                break;
        }

        _top = top;
    }

    private void CompileLogicalCondition(LogicalExpression logical, Label target, bool jumpsWhen)
    {
        var isOr = logical.Operator == Operator.LogicalOr;
        if (isOr == jumpsWhen)
        {
            CompileCondition(logical.Left, target, jumpsWhen);
            CompileCondition(logical.Right, target, jumpsWhen);
        }
        else
        {
            var on = new Label();
            CompileCondition(logical.Left, on, !jumpsWhen);
            CompileCondition(logical.Right, target, jumpsWhen);
            Place(on);
        }
    }

    private void CompileComparison(NonLogicalBinaryExpression binary, OpCode jump, Label target, bool jumpsWhen)
    {
        var isEqual = binary.Operator is Operator.StrictEquality or Operator.Equality;
        var isNullTest = binary.Right is NullLiteral || (binary.Right is Identifier { Name: "undefined" } && Find("undefined") is null);
        if (isNullTest && binary.Operator is Operator.StrictEquality or Operator.StrictInequality && isNullTest)
        {
            var value = Compile(binary.Left);
            _position = binary.Start;
            var isNull = binary.Right is NullLiteral;
            EmitJump(
                isEqual == jumpsWhen
                    ? isNull ? OpCode.JumpIfNull : OpCode.JumpIfUndefined
                    : isNull ? OpCode.JumpIfNotNull : OpCode.JumpIfNotUndefined,
                target,
                value);
            return;
        }

        if (isNullTest && binary.Operator is Operator.Equality or Operator.Inequality && isNullTest)
        {
            EmitJump(isEqual == jumpsWhen ? OpCode.JumpIfNullish : OpCode.JumpIfNotNullish, target, Compile(binary.Left));
            return;
        }

        if (TryInteger(binary.Right, out var integer) && IntegerJump(jump) is { } integerJump)
        {
            var value = Compile(binary.Left);
            _position = binary.Start;
            EmitJump(integerJump, target, value, integer);
            return;
        }

        var left = CompileOperand(binary.Left, binary.Right);
        var right = Compile(binary.Right);
        _position = binary.Start;
        EmitJump(jump, target, left, right);
    }

    private static OpCode? ComparisonJump(Operator comparison, bool jumpsWhen) => comparison switch
    {
        Operator.LessThan => jumpsWhen ? OpCode.JumpIfLess : OpCode.JumpUnlessLess,
        Operator.LessThanOrEqual => jumpsWhen ? OpCode.JumpIfLessEqual : OpCode.JumpUnlessLessEqual,
        Operator.GreaterThan => jumpsWhen ? OpCode.JumpIfGreater : OpCode.JumpUnlessGreater,
        Operator.GreaterThanOrEqual => jumpsWhen ? OpCode.JumpIfGreaterEqual : OpCode.JumpUnlessGreaterEqual,
        Operator.StrictEquality => jumpsWhen ? OpCode.JumpIfStrictEqual : OpCode.JumpIfStrictNotEqual,
        Operator.StrictInequality => jumpsWhen ? OpCode.JumpIfStrictNotEqual : OpCode.JumpIfStrictEqual,
        Operator.Equality => jumpsWhen ? OpCode.JumpIfLooseEqual : OpCode.JumpIfLooseNotEqual,
        Operator.Inequality => jumpsWhen ? OpCode.JumpIfLooseNotEqual : OpCode.JumpIfLooseEqual,
        _ => null,
    };

    private static OpCode? IntegerJump(OpCode jump) => jump switch
    {
        OpCode.JumpIfLess => OpCode.JumpIfLessInteger,
        OpCode.JumpUnlessLess => OpCode.JumpUnlessLessInteger,
        OpCode.JumpIfLessEqual => OpCode.JumpIfLessEqualInteger,
        OpCode.JumpUnlessLessEqual => OpCode.JumpUnlessLessEqualInteger,
        OpCode.JumpIfGreater => OpCode.JumpIfGreaterInteger,
        OpCode.JumpUnlessGreater => OpCode.JumpUnlessGreaterInteger,
        OpCode.JumpIfGreaterEqual => OpCode.JumpIfGreaterEqualInteger,
        OpCode.JumpUnlessGreaterEqual => OpCode.JumpUnlessGreaterEqualInteger,
        OpCode.JumpIfStrictEqual => OpCode.JumpIfStrictEqualInteger,
        OpCode.JumpIfStrictNotEqual => OpCode.JumpIfStrictNotEqualInteger,
        _ => null,
    };
}
