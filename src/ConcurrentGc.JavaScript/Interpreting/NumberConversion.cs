using System.Globalization;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Conversions between numbers and texts as the language defines them.</summary>
/// <remarks>Source: ECMA-262 2023, sections 7.1.4 to 7.1.7.</remarks>
internal static class NumberConversion
{
    /// <summary>The 32-bit integer of a number: modulo 2^32.</summary>
    /// <param name="value">Any number.</param>
    public static int ToInt32(double value)
    {
        if (value is >= int.MinValue and <= int.MaxValue)
        {
            return (int)value;
        }

        if (!double.IsFinite(value))
        {
            return 0;
        }

        if (Math.Abs(value) < 9.2e18)
        {
            return (int)(long)value;
        }

        var rest = Math.Truncate(value) % 4294967296.0;
        return (int)(long)rest;
    }

    /// <summary>The number that a text means.</summary>
    /// <param name="text">Any text.</param>
    /// <returns>NaN when it is no number; zero when it is blank.</returns>
    public static double FromText(string text)
    {
        var trimmed = text.AsSpan().Trim(WhiteSpace);
        if (trimmed.Length == 0)
        {
            return 0;
        }

        if (trimmed.Length > 2 && trimmed[0] == '0')
        {
            switch (trimmed[1])
            {
                case 'x' or 'X':
                    return FromDigits(trimmed[2..], 16);
                case 'o' or 'O':
                    return FromDigits(trimmed[2..], 8);
                case 'b' or 'B':
                    return FromDigits(trimmed[2..], 2);
                default:
                    break;
            }
        }

        return PrefixLength(trimmed) == trimmed.Length ? ParsePrefix(trimmed) : double.NaN;
    }

    /// <summary>White space and line ends of the language.</summary>
    public const string WhiteSpace = "\t\n\v\f\r \u00a0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a\u2028\u2029\u202f\u205f\u3000\ufeff";

    /// <summary>parseFloat.</summary>
    /// <param name="text">Any text.</param>
    public static double ParseFloat(string text)
    {
        var trimmed = text.AsSpan().TrimStart(WhiteSpace);
        var length = PrefixLength(trimmed);
        return length == 0 ? double.NaN : ParsePrefix(trimmed[..length]);
    }

    /// <summary>parseInt.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="radix">Zero: by prefix.</param>
    public static double ParseInteger(string text, int radix)
    {
        var rest = text.AsSpan().TrimStart(WhiteSpace);
        var isNegative = rest.Length > 0 && rest[0] == '-';
        rest = rest.Length > 0 && rest[0] is ('+' or '-') ? rest[1..] : rest;
        if (radix != 0 && radix is (< 2 or > 36))
        {
            return double.NaN;
        }

        if (radix is (0 or 16) && rest.Length >= 2 && rest[0] == '0' && rest[1] is ('x' or 'X'))
        {
            rest = rest[2..];
            radix = 16;
        }

        radix = radix == 0 ? 10 : radix;
        var length = 0;
        while (length < rest.Length && Digit(rest[length]) < radix)
        {
            length++;
        }

        var value = FromDigits(rest[..length], radix);
        return isNegative ? -value : value;
    }

    private static double FromDigits(ReadOnlySpan<char> digits, int radix)
    {
        if (digits.Length == 0)
        {
            return double.NaN;
        }

        if (radix == 10)
        {
            return double.Parse(digits, NumberStyles.None, CultureInfo.InvariantCulture);
        }

        var value = System.Numerics.BigInteger.Zero;
        foreach (var each in digits)
        {
            var digit = Digit(each);
            if (digit >= radix)
            {
                return double.NaN;
            }

            value = (value * radix) + digit;
        }

        return (double)value;
    }

    private static int Digit(char digit) => digit switch
    {
        >= '0' and <= '9' => digit - '0',
        >= 'a' and <= 'z' => digit - 'a' + 10,
        >= 'A' and <= 'Z' => digit - 'A' + 10,
        _ => 99,
    };

    private static double ParsePrefix(ReadOnlySpan<char> text) => text.EndsWith("Infinity", StringComparison.Ordinal)
        ? text[0] == '-' ? double.NegativeInfinity : double.PositiveInfinity
        : double.Parse(text, NumberStyles.Float, CultureInfo.InvariantCulture);

    /// <summary>Length of the longest prefix that is a decimal literal.</summary>
    private static int PrefixLength(ReadOnlySpan<char> text)
    {
        var at = text.Length > 0 && text[0] is ('+' or '-') ? 1 : 0;
        if (text[at..].StartsWith("Infinity", StringComparison.Ordinal))
        {
            return at + 8;
        }

        var digits = SkipDigits(text, ref at);
        if (at < text.Length && text[at] == '.')
        {
            var after = at + 1;
            var fraction = SkipDigits(text, ref after);
            if (digits + fraction > 0)
            {
                at = after;
                digits += fraction;
            }
        }

        if (digits == 0)
        {
            return 0;
        }

        if (at < text.Length && text[at] is ('e' or 'E'))
        {
            var after = at + 1;
            if (after < text.Length && text[after] is ('+' or '-'))
            {
                after++;
            }

            if (SkipDigits(text, ref after) > 0)
            {
                at = after;
            }
        }

        return at;
    }

    private static int SkipDigits(ReadOnlySpan<char> text, ref int at)
    {
        var start = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - start;
    }
}
