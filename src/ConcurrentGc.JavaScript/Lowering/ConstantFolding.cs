using Acornima;
using Acornima.Ast;

namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Numbers that are known from the text.</summary>
internal static class ConstantFolding
{
    /// <summary>The value of an expression of number literals.</summary>
    /// <param name="expression">Any expression.</param>
    /// <param name="value">Its value.</param>
    /// <returns>False: it is not known.</returns>
    public static bool TryNumber(Expression expression, out double value)
    {
        Parsing.ProgramLimit.CheckDepth(expression);
        switch (expression)
        {
            case NumericLiteral literal:
                value = literal.Value;
                return true;
            case UnaryExpression { Operator: Operator.UnaryNegation } unary when TryNumber(unary.Argument, out value):
                value = -value;
                return true;
            case UnaryExpression { Operator: Operator.UnaryPlus } unary:
                return TryNumber(unary.Argument, out value);
            case NonLogicalBinaryExpression binary when TryNumber(binary.Left, out var left) && TryNumber(binary.Right, out var right):
                return TryFold(binary.Operator, left, right, out value);
            default:
                value = 0;
                return false;
        }
    }

    private static bool TryFold(Operator operation, double left, double right, out double value)
    {
        switch (operation)
        {
            case Operator.BitwiseOr:
                value = Interpreting.NumberConversion.ToInt32(left) | Interpreting.NumberConversion.ToInt32(right);
                return true;
            case Operator.LeftShift:
                value = Interpreting.NumberConversion.ToInt32(left) << (Interpreting.NumberConversion.ToInt32(right) & 31);
                return true;
            case Operator.Multiplication:
                value = left * right;
                return true;
            case Operator.Addition:
                value = left + right;
                return true;
            case Operator.Subtraction:
                value = left - right;
                return true;
            default:
                value = 0;
                return false;
        }
    }
}
