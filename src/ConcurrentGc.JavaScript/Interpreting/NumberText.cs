using System.Globalization;
using System.Text;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Numbers as the language prints them.</summary>
/// <remarks>Source: ECMA-262 2023, 6.1.6.1.20 Number::toString.</remarks>
internal static class NumberText
{
    /// <summary>The decimal text of a number.</summary>
    /// <param name="value">Any number.</param>
    public static string Of(double value)
    {
        if (value == (int)value)
        {
            return ((int)value).ToString(CultureInfo.InvariantCulture);
        }

        if (double.IsNaN(value))
        {
            return "NaN";
        }

        if (double.IsInfinity(value))
        {
            return value > 0 ? "Infinity" : "-Infinity";
        }

        // The shortest digits that read back as the same number, and the exponent of the first one.
        var scientific = value.ToString("E16", CultureInfo.InvariantCulture);
        var shortest = value.ToString("R", CultureInfo.InvariantCulture);
        var exponent = int.Parse(scientific.AsSpan(scientific.IndexOf('E', StringComparison.Ordinal) + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var digits = Digits(shortest, out var ownExponent);
        return Lay(digits, ownExponent ?? exponent, value < 0);
    }

    private static string Digits(string shortest, out int? exponent)
    {
        exponent = null;
        var end = shortest.IndexOf('E', StringComparison.Ordinal);
        if (end >= 0)
        {
            exponent = int.Parse(shortest.AsSpan(end + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
            shortest = shortest[..end];
        }

        return shortest.Replace("-", string.Empty, StringComparison.Ordinal).Replace(".", string.Empty, StringComparison.Ordinal).TrimStart('0').TrimEnd('0');
    }

    private static string Lay(string digits, int exponent, bool isNegative)
    {
        var text = new StringBuilder(isNegative ? "-" : string.Empty);
        var point = exponent + 1;
        if (point >= digits.Length && point <= 21)
        {
            text.Append(digits).Append('0', point - digits.Length);
        }
        else if (point is > 0 and <= 21)
        {
            text.Append(digits, 0, point).Append('.').Append(digits, point, digits.Length - point);
        }
        else if (point is > -6 and <= 0)
        {
            text.Append("0.").Append('0', -point).Append(digits);
        }
        else
        {
            text.Append(digits[0]);
            if (digits.Length > 1)
            {
                text.Append('.').Append(digits, 1, digits.Length - 1);
            }

            text.Append('e').Append(exponent < 0 ? '-' : '+').Append(CultureInfo.InvariantCulture, $"{Math.Abs(exponent)}");
        }

        return text.ToString();
    }
}
