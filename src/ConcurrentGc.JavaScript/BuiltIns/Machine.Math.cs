using System.Numerics;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Arithmetic;
using ConcurrentGc.JavaScript.BuiltIns;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Math.</summary>
internal sealed unsafe partial class Machine
{
    private int CallMath(BuiltIn function, long* frame, int count)
    {
        switch (function)
        {
            case BuiltIn.MathMin:
            case BuiltIn.MathMax:
                return Extreme(frame, count, function == BuiltIn.MathMax);
            case BuiltIn.MathHypot:
                return Hypotenuse(frame, count);
            case BuiltIn.MathRandom:
                return NextRandom();
            default:
                break;
        }

        if (!TryToNumber(Argument(frame, count, 1), out var first) || !TryToNumber(Argument(frame, count, 2), out var second))
        {
            return FailConversion();
        }

        return function switch
        {
            BuiltIn.MathImul => Finish(Tagged.SmallInteger(NumberConversion.ToInt32(first) * NumberConversion.ToInt32(second))),
            BuiltIn.MathClz32 => Finish(Tagged.SmallInteger(BitOperations.LeadingZeroCount((uint)NumberConversion.ToInt32(first)))),
            BuiltIn.MathPow => FinishNumber(PortableMath.Pow(first, second)),
            BuiltIn.MathAtan2 => FinishNumber(PortableMath.Atan2(first, second)),
            _ => FinishNumber(Evaluate(function, first)),
        };
    }

    private static double Evaluate(BuiltIn function, double value) => function switch
    {
        BuiltIn.MathAbs => Math.Abs(value),
        BuiltIn.MathCeil => Math.Ceiling(value),
        BuiltIn.MathFloor => Math.Floor(value),
        BuiltIn.MathRound => Round(value),
        BuiltIn.MathTrunc => Math.Truncate(value),
        BuiltIn.MathSign => value > 0 ? 1 : value < 0 ? -1 : value,
        BuiltIn.MathSqrt => Math.Sqrt(value),
        BuiltIn.MathCbrt => PortableMath.Cbrt(value),
        BuiltIn.MathExp => PortableMath.Exp(value),
        BuiltIn.MathLog => PortableMath.Log(value),
        BuiltIn.MathLog2 => PortableMath.Log2(value),
        BuiltIn.MathLog10 => PortableMath.Log10(value),
        BuiltIn.MathSin => PortableMath.Sin(value),
        BuiltIn.MathCos => PortableMath.Cos(value),
        BuiltIn.MathTan => PortableMath.Tan(value),
        BuiltIn.MathAtan => PortableMath.Atan(value),
        _ => (float)value,
    };

    /// <summary>To the nearest integer, halves up.</summary>
    private static double Round(double value)
    {
        var floor = Math.Floor(value);
        var rounded = value - floor >= 0.5 ? floor + 1 : floor;
        return rounded == 0 && (value < 0 || double.IsNegative(value)) ? -0.0 : rounded;
    }

    private int Extreme(long* frame, int count, bool isMaximum)
    {
        var extreme = isMaximum ? double.NegativeInfinity : double.PositiveInfinity;
        for (var i = 1; i <= count; i++)
        {
            if (!TryToNumber(frame + i, out var value))
            {
                return FailConversion();
            }

            extreme = isMaximum ? Math.Max(extreme, value) : Math.Min(extreme, value);
        }

        return FinishNumber(extreme);
    }

    private int Hypotenuse(long* frame, int count)
    {
        var values = new double[count];
        for (var i = 0; i < count; i++)
        {
            if (!TryToNumber(frame + 1 + i, out var value))
            {
                return FailConversion();
            }

            values[i] = value;
        }

        return FinishNumber(PortableMath.Hypot(values));
    }

    /// <summary>A random number of the run's seed: xorshift128+ would need two words, splitmix64 needs one.</summary>
    /// <remarks>Source: Steele et al. 2014, Fast splittable pseudorandom number generators.</remarks>
    private int NextRandom()
    {
        if (!HasRoom(ObjectLayout.BoxBytes))
        {
            return Retry;
        }

        _state->Random += 0x9E3779B97F4A7C15;
        var mixed = _state->Random;
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        mixed ^= mixed >> 31;
        var value = (mixed >> 11) * (1.0 / (1UL << 53));
        if (IsUnboxed(Frame, Here))
        {
            _state->ResultNumber = value;
            return Finish(ObjectLayout.DoubleMarker);
        }

        return Finish(Box(value));
    }
}
