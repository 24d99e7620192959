using System.Globalization;
using System.Numerics;
using System.Text;

namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>Numbers in other forms than the usual one.</summary>
internal static class RadixText
{
    private const string Digits = "0123456789abcdefghijklmnopqrstuvwxyz";

    /// <summary>A number in another base.</summary>
    /// <param name="value">Any number.</param>
    /// <param name="radix">From 2 to 36.</param>
    /// <remarks>Source: V8 11.3, numbers/conversions.cc DoubleToRadixCString.</remarks>
    public static string Of(double value, int radix)
    {
        if (!double.IsFinite(value))
        {
            return Interpreting.NumberText.Of(value);
        }

        var isNegative = value < 0;
        value = Math.Abs(value);
        var whole = Math.Floor(value);
        var fraction = value - whole;
        var text = new StringBuilder();
        var delta = Math.Max(0.5 * (Math.BitIncrement(value) - value), double.Epsilon);
        if (fraction >= delta)
        {
            whole += AppendFraction(text, fraction, delta, radix);
        }

        return (isNegative ? "-" : string.Empty) + Whole(whole, radix) + text;
    }

    /// <summary>A number with a fixed count of decimals.</summary>
    /// <param name="value">A finite number below 10^21.</param>
    /// <param name="decimals">From 0 to 100.</param>
    public static string Fixed(double value, int decimals)
    {
        if (double.IsNaN(value))
        {
            return "NaN";
        }

        // Exact arithmetic: the double as a fraction of a power of two, rounded half up.
        var bits = BitConverter.DoubleToInt64Bits(Math.Abs(value));
        var exponent = (int)(bits >> 52);
        var mantissa = new BigInteger((bits & 0xFFFFFFFFFFFFF) | (exponent == 0 ? 0 : 1L << 52));
        var shift = Math.Max(exponent, 1) - 1075;
        var scaled = mantissa * BigInteger.Pow(10, decimals);
        scaled = shift >= 0 ? scaled << shift : ((scaled << 1 >> -shift) + 1) >> 1;
        var digits = scaled.ToString(CultureInfo.InvariantCulture).PadLeft(decimals + 1, '0');
        var text = decimals == 0 ? digits : $"{digits[..^decimals]}.{digits[^decimals..]}";
        return value < 0 ? "-" + text : text;
    }

    private static int AppendFraction(StringBuilder text, double fraction, double delta, int radix)
    {
        text.Append('.');
        do
        {
            fraction *= radix;
            delta *= radix;
            var digit = (int)fraction;
            text.Append(Digits[digit]);
            fraction -= digit;
            if ((fraction > 0.5 || (fraction == 0.5 && (digit & 1) != 0)) && fraction + delta > 1)
            {
                return RoundUp(text, radix);
            }
        }
        while (fraction >= delta);
        return 0;
    }

    private static int RoundUp(StringBuilder text, int radix)
    {
        while (text.Length > 0)
        {
            var last = text[^1];
            text.Length--;
            if (last == '.')
            {
                return 1;
            }

            var digit = Digits.IndexOf(last, StringComparison.Ordinal) + 1;
            if (digit < radix)
            {
                text.Append(Digits[digit]);
                return 0;
            }
        }

        return 1;
    }

    private static string Whole(double value, int radix)
    {
        const double exact = 9007199254740992;
        var text = new StringBuilder();
        for (; value / radix >= exact; value /= radix)
        {
            text.Insert(0, '0'); // digits that a double does not hold
        }

        do
        {
            var rest = value % radix;
            text.Insert(0, Digits[(int)rest]);
            value = (value - rest) / radix;
        }
        while (value > 0);
        return text.ToString();
    }
}
