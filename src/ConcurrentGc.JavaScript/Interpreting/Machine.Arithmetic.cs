using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Arithmetic;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Numbers.</summary>
internal sealed unsafe partial class Machine
{
    private int CalculateWithInteger(long* fp, Instruction* pc)
    {
        if (pc->Op == OpCode.AddInteger)
        {
            if (!TryNumber(fp + pc->B, out var left))
            {
                return AddValues(fp, pc, fp[pc->B], Tagged.SmallInteger(pc->D));
            }

            return SetSum(fp, pc, left, pc->D);
        }

        // A register that holds the integer, for methods that take registers.
        var integer = Tagged.SmallInteger(pc->D);
        return Calculate(fp, pc, Plain(pc->Op), &integer);
    }

    private static OpCode Plain(OpCode operation) => operation switch
    {
        OpCode.SubtractInteger => OpCode.Subtract,
        OpCode.MultiplyInteger => OpCode.Multiply,
        OpCode.DivideInteger => OpCode.Divide,
        OpCode.RemainderInteger => OpCode.Remainder,
        OpCode.AndInteger => OpCode.And,
        OpCode.OrInteger => OpCode.Or,
        OpCode.XorInteger => OpCode.Xor,
        OpCode.ShiftLeftInteger => OpCode.ShiftLeft,
        OpCode.ShiftRightInteger => OpCode.ShiftRight,
        _ => OpCode.ShiftRightUnsigned,
    };

    private int Calculate(long* fp, Instruction* pc, OpCode operation, long* second)
    {
        if (!TryToNumber(fp + pc->B, out var left) || !TryToNumber(second, out var right))
        {
            return FailConversion();
        }

        var target = fp + pc->A;
        switch (operation)
        {
            case OpCode.Subtract:
                return SetResult(fp, pc, second, left - right);
            case OpCode.Multiply:
                return SetResult(fp, pc, second, left * right);
            case OpCode.Divide:
                return SetResult(fp, pc, second, left / right);
            case OpCode.Remainder:
                return SetResult(fp, pc, second, Modulo(left, right));
            case OpCode.Power:
                return TrySetNumber(target, PortableMath.Pow(left, right)) ? Next : Retry;
            case OpCode.And:
                *target = Tagged.SmallInteger(NumberConversion.ToInt32(left) & NumberConversion.ToInt32(right));
                return Next;
            case OpCode.Or:
                *target = Tagged.SmallInteger(NumberConversion.ToInt32(left) | NumberConversion.ToInt32(right));
                return Next;
            case OpCode.Xor:
                *target = Tagged.SmallInteger(NumberConversion.ToInt32(left) ^ NumberConversion.ToInt32(right));
                return Next;
            case OpCode.ShiftLeft:
                *target = Tagged.SmallInteger(NumberConversion.ToInt32(left) << (NumberConversion.ToInt32(right) & 31));
                return Next;
            case OpCode.ShiftRight:
                *target = Tagged.SmallInteger(NumberConversion.ToInt32(left) >> (NumberConversion.ToInt32(right) & 31));
                return Next;
            default:
                return TrySetNumber(target, (uint)NumberConversion.ToInt32(left) >> (NumberConversion.ToInt32(right) & 31)) ? Next : Retry;
        }
    }

    /// <summary>The result of integers is an integer where it can be one; that of doubles stays a double, as in V8.</summary>
    private int SetResult(long* fp, Instruction* pc, long* second, double value)
    {
        var areIntegers = IsSmi(fp[pc->B]) && IsSmi(*second);
        return (areIntegers ? TrySetNumber(fp + pc->A, value) : TrySetDouble(fp + pc->A, value)) ? Next : Retry;
    }

    private int SetSum(long* fp, Instruction* pc, double left, double right) =>
        TrySetDouble(fp + pc->A, left + right) ? Next : Retry;

    /// <summary>The remainder with the sign of the dividend.</summary>
    /// <param name="left">Dividend.</param>
    /// <param name="right">Divisor.</param>
    internal static double Modulo(double left, double right)
    {
        var rest = left % right;
        return rest == 0 && double.IsNegative(left) ? -0.0 : rest;
    }

    private int Increment(long* fp, Instruction* pc, int step)
    {
        if (!TryToNumber(fp + pc->B, out var value))
        {
            return FailConversion();
        }

        return (IsSmi(fp[pc->B]) || !TryNumber(fp + pc->B, out _)
            ? TrySetNumber(fp + pc->A, value + step)
            : TrySetDouble(fp + pc->A, value + step)) ? Next : Retry;
    }

    private int ToNumberInstruction(long* fp, Instruction* pc)
    {
        if (TryNumber(fp + pc->B, out var number))
        {
            fp[pc->A] = fp[pc->B];
            if (fp[pc->B] == ObjectLayout.DoubleMarker)
            {
                Shadow(fp + pc->A) = number;
            }

            return Next;
        }

        return !TryToNumber(fp + pc->B, out number) ? FailConversion() : TrySetNumber(fp + pc->A, number) ? Next : Retry;
    }

    private int Negate(long* fp, Instruction* pc)
    {
        if (!TryToNumber(fp + pc->B, out var value))
        {
            return FailConversion();
        }

        return (IsSmi(fp[pc->B]) ? TrySetNumber(fp + pc->A, -value) : TrySetDouble(fp + pc->A, -value)) ? Next : Retry;
    }

    private int Invert(long* fp, Instruction* pc)
    {
        if (!TryToNumber(fp + pc->B, out var value))
        {
            return FailConversion();
        }

        fp[pc->A] = Tagged.SmallInteger(~NumberConversion.ToInt32(value));
        return Next;
    }

    private bool IsTruthy(long* register)
    {
        var word = *register;
        if (word == _state->True)
        {
            return true;
        }

        if (word == _state->False || IsNullish(word) || word == _state->Hole)
        {
            return false;
        }

        if (TryNumber(register, out var number))
        {
            return number != 0 && !double.IsNaN(number);
        }

        return !IsText(word) || TextLength(word) != 0;
    }

    /// <summary>The number that a value means.</summary>
    /// <returns>False: its conversion would run code of the program, which is not available.</returns>
    private bool TryToNumber(long* register, out double value)
    {
        if (TryNumber(register, out value))
        {
            return true;
        }

        var word = *register;
        if (word == _state->IteratorSymbol)
        {
            return Fail(TextFailure.SymbolNumber);
        }

        if (word == _state->True)
        {
            value = 1;
        }
        else if (word == _state->False || word == _state->Null)
        {
            value = 0;
        }
        else if (word == _state->Undefined)
        {
            value = double.NaN;
        }
        else if (IsText(word))
        {
            value = NumberConversion.FromText(TextOf(word));
        }
        else if (TryObjectText(word, out var text))
        {
            value = NumberConversion.FromText(text);
        }
        else
        {
            return false;
        }

        return true;
    }
}
