namespace ConcurrentGc.JavaScript.Arithmetic;

/// <summary>The exponential function, logarithms, cube root.</summary>
internal static partial class PortableMath
{
    private const double Ln2High = 6.93147180369123816490e-01;
    private const double Ln2Low = 1.90821492927058770002e-10;
    private const double Lg1 = 6.666666666666735130e-01;
    private const double Lg2 = 3.999999999940941908e-01;
    private const double Lg3 = 2.857142874366239149e-01;
    private const double Lg4 = 2.222219843214978396e-01;
    private const double Lg5 = 1.818357216161805012e-01;
    private const double Lg6 = 1.531383769920937332e-01;
    private const double Lg7 = 1.479819860511658591e-01;

    /// <summary>e to the power of a number.</summary>
    /// <param name="x">The exponent.</param>
    public static double Exp(double x)
    {
        var high = High(x) & 0x7fffffff;
        if (double.IsNaN(x) || x > 7.09782712893383973096e+02 || x < -7.45133219101941108420e+02)
        {
            return double.IsNaN(x) ? x : x > 0 ? double.PositiveInfinity : 0;
        }

        double hi = 0;
        double lo = 0;
        var k = 0;
        if (high > 0x3fd62e42)
        {
            // More than half of ln 2.
            if (high < 0x3FF0A2B2)
            {
                if (x == 1)
                {
                    return Math.E;
                }

                k = x < 0 ? -1 : 1;
                hi = x - (k * Ln2High);
                lo = k * Ln2Low;
            }
            else
            {
                k = (int)((1.44269504088896338700e+00 * x) + (x < 0 ? -0.5 : 0.5));
                hi = x - (k * Ln2High);
                lo = k * Ln2Low;
            }

            x = hi - lo;
        }
        else if (high < 0x3e300000)
        {
            return 1 + x;
        }

        var t = x * x;
        var c = x - (t * (1.66666666666666019037e-01 + (t * (-2.77777777770155933842e-03
            + (t * (6.61375632143793436117e-05 + (t * (-1.65339022054652515390e-06 + (t * 4.13813679705723846039e-08)))))))));
        if (k == 0)
        {
            return 1 - ((x * c / (c - 2)) - x);
        }

        var y = 1 - ((lo - (x * c / (2 - c))) - hi);
        return k >= -1021
            ? k == 1024 ? y * 2 * 8.98846567431158e307 : y * FromWords(0x3ff00000 + (k << 20), 0)
            : y * FromWords(0x3ff00000 + ((k + 1000) << 20), 0) * 9.33263618503218878990e-302;
    }

    /// <summary>The natural logarithm.</summary>
    /// <param name="x">Any number.</param>
    public static double Log(double x)
    {
        if (!(x > 0) || double.IsInfinity(x))
        {
            return x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x;
        }

        var (high, k) = Reduce(ref x);
        var f = x - 1;
        double dk = k;
        if ((0xfffff & (2 + high)) < 3)
        {
            if (f == 0)
            {
                return k == 0 ? 0 : (dk * Ln2High) + (dk * Ln2Low);
            }

            var rest = f * f * (0.5 - (0.33333333333333333 * f));
            return k == 0 ? f - rest : (dk * Ln2High) - ((rest - (dk * Ln2Low)) - f);
        }

        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var r = (z * (Lg1 + (w * (Lg3 + (w * (Lg5 + (w * Lg7))))))) + (w * (Lg2 + (w * (Lg4 + (w * Lg6)))));
        if (((high - 0x6147a) | (0x6b851 - high)) > 0)
        {
            var half = 0.5 * f * f;
            return k == 0 ? f - (half - (s * (half + r))) : (dk * Ln2High) - ((half - ((s * (half + r)) + (dk * Ln2Low))) - f);
        }

        return k == 0 ? f - (s * (f - r)) : (dk * Ln2High) - (((s * (f - r)) - (dk * Ln2Low)) - f);
    }

    /// <summary>The binary logarithm.</summary>
    /// <param name="x">Any number.</param>
    public static double Log2(double x)
    {
        if (!(x > 0) || double.IsInfinity(x) || x == 1)
        {
            return x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x == 1 ? 0 : x;
        }

        var (_, k) = Reduce(ref x);
        double y = k;
        var f = x - 1;
        var half = 0.5 * f * f;
        var s = f / (2 + f);
        var z = s * s;
        var w = z * z;
        var r = s * (half + ((z * (Lg1 + (w * (Lg3 + (w * (Lg5 + (w * Lg7))))))) + (w * (Lg2 + (w * (Lg4 + (w * Lg6)))))));
        var hi = Upper(f - half);
        var lo = (f - hi) - half + r;
        var valueHigh = hi * 1.44269504072144627571e+00;
        var valueLow = ((lo + hi) * 1.67517131648865118353e-10) + (lo * 1.44269504072144627571e+00);
        var sum = y + valueHigh;
        valueLow += (y - sum) + valueHigh;
        return valueLow + sum;
    }

    /// <summary>The decimal logarithm.</summary>
    /// <param name="x">Any number.</param>
    public static double Log10(double x)
    {
        if (!(x > 0) || double.IsInfinity(x) || x == 1)
        {
            return x == 0 ? double.NegativeInfinity : x < 0 ? double.NaN : x == 1 ? 0 : x;
        }

        var k = 0;
        if (High(x) < 0x00100000)
        {
            k = -54;
            x *= Two54;
        }

        k += (High(x) >> 20) - 1023;
        var isBelow = k < 0 ? 1 : 0;
        double y = k + isBelow;
        x = WithHigh(x, (High(x) & 0xfffff) | ((0x3ff - isBelow) << 20));
        var z = (y * 3.69423907715893078616e-13) + (4.34294481903251816668e-01 * Log(x));
        return z + (y * 3.01029995663611771306e-01);
    }

    /// <summary>The cube root.</summary>
    /// <param name="x">Any number.</param>
    public static double Cbrt(double x)
    {
        const int normal = 715094163;
        const int denormal = 696219795;
        if (!double.IsFinite(x) || x == 0)
        {
            return x;
        }

        var high = High(x) & 0x7fffffff;
        var sign = High(x) & unchecked((int)0x80000000);
        double t;
        if (high < 0x00100000)
        {
            t = Two54 * x;
            t = FromWords(sign | (((High(t) & 0x7fffffff) / 3) + denormal), 0);
        }
        else
        {
            t = FromWords(sign | ((high / 3) + normal), 0);
        }

        var r = t * t * (t / x);
        t *= 1.87595182427177009643 + (r * (-1.88497979543377169875 + (r * 1.621429720105354466140)))
            + (r * r * r * (-0.758397934778766047437 + (r * 0.145996192886612446982)));
        t = BitConverter.Int64BitsToDouble((BitConverter.DoubleToInt64Bits(t) + 0x80000000L) & unchecked((long)0xffffffffc0000000UL));
        r = x / (t * t);
        r = (r - t) / (t + t + r);
        return t + (t * r);
    }

    /// <summary>Brings a positive number near one.</summary>
    /// <returns>The upper half of its fraction before, and the power of two that was taken out.</returns>
    private static (int High, int Exponent) Reduce(ref double x)
    {
        var k = 0;
        if (High(x) < 0x00100000)
        {
            k = -54;
            x *= Two54;
        }

        var high = High(x);
        k += (high >> 20) - 1023;
        high &= 0xfffff;
        var i = (high + 0x95f64) & 0x100000;
        x = WithHigh(x, high | (i ^ 0x3ff00000));
        return (high, k + (i >> 20));
    }
}
