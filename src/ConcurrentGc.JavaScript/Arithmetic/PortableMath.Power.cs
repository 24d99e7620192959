namespace ConcurrentGc.JavaScript.Arithmetic;

/// <summary>Powers.</summary>
internal static partial class PortableMath
{
    /// <summary>Exponentiation as the language defines it: one to the power of infinity is NaN.</summary>
    /// <param name="x">Base.</param>
    /// <param name="y">Exponent.</param>
    public static double Pow(double x, double y)
    {
        if (y == 0)
        {
            return 1;
        }

        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        var ax = Math.Abs(x);
        if (double.IsInfinity(y))
        {
            return ax == 1 ? double.NaN : (ax > 1) == (y > 0) ? double.PositiveInfinity : 0;
        }

        switch (y)
        {
            case 1:
                return x;
            case -1:
                return 1 / x;
            case 2:
                return x * x;
            case 0.5 when x >= 0 && !double.IsNegative(x):
                return Math.Sqrt(x);
            default:
                break;
        }

        var isInteger = double.IsInteger(y);
        var isOdd = isInteger && Math.Abs(y % 2) == 1;
        if (ax is 0 or 1 || double.IsInfinity(x))
        {
            var special = y < 0 ? 1 / ax : ax;
            return !double.IsNegative(x) ? special : ax == 1 && !isInteger ? double.NaN : isOdd ? -special : special;
        }

        return x < 0 && !isInteger ? double.NaN : Raise(ax, y, x < 0 && isOdd ? -1 : 1);
    }

    /// <summary>The root of a sum of squares, which cannot overflow; Kahan's compensation keeps its last bits.</summary>
    /// <param name="values">Any numbers.</param>
    public static double Hypot(ReadOnlySpan<double> values)
    {
        var largest = 0.0;
        foreach (var value in values)
        {
            if (double.IsInfinity(value))
            {
                return double.PositiveInfinity;
            }

            largest = Math.Max(largest, Math.Abs(value)); // NaN if one is
        }

        if (largest == 0)
        {
            return 0;
        }

        var sum = 0.0;
        var compensation = 0.0;
        foreach (var value in values)
        {
            var scaled = Math.Abs(value) / largest;
            var summand = (scaled * scaled) - compensation;
            var next = sum + summand;
            compensation = (next - sum) - summand;
            sum = next;
        }

        return Math.Sqrt(sum) * largest;
    }

    /// <summary>A power of a finite positive number that is not one.</summary>
    private static double Raise(double ax, double y, double sign)
    {
        var ix = High(ax);
        var iy = High(y) & 0x7fffffff;
        double t1;
        double t2;
        if (iy > 0x41e00000)
        {
            // The exponent is beyond 2^31: the result overflows unless the base is very near one.
            var isHuge = y > 0 == (ix >= 0x3ff00000);
            if (iy > 0x43f00000 || ix is < 0x3fefffff or > 0x3ff00000)
            {
                return isHuge ? sign * Huge * Huge : sign * Tiny * Tiny;
            }

            (t1, t2) = LogNearOne(ax - 1);
        }
        else
        {
            (t1, t2) = LogTwoParts(ax);
        }

        var y1 = Upper(y);
        var pl = ((y - y1) * t1) + (y * t2);
        var ph = y1 * t1;
        var z = pl + ph;
        var j = High(z);
        var low = (int)Low(z);
        if (j >= 0x40900000 && (((j - 0x40900000) | low) != 0 || pl + 8.0085662595372944372e-0017 > z - ph))
        {
            return sign * Huge * Huge;
        }

        return j < 0 && (j & 0x7fffffff) >= 0x4090cc00 && (((j - unchecked((int)0xc090cc00)) | low) != 0 || pl <= z - ph)
            ? sign * Tiny * Tiny
            : sign * ExpTwoParts(pl, ph, j);
    }

    private static (double High, double Low) LogNearOne(double t)
    {
        var w = t * t * (0.5 - (t * (0.3333333333333333333333 - (t * 0.25))));
        var u = 1.44269502162933349609e+00 * t;
        var v = (t * 1.92596299112661746887e-08) - (w * 1.44269504088896338700e+00);
        var high = Upper(u + v);
        return (high, v - (high - u));
    }

    /// <summary>The binary logarithm in two parts.</summary>
    private static (double High, double Low) LogTwoParts(double ax)
    {
        var n = 0;
        if (High(ax) < 0x00100000)
        {
            ax *= 9007199254740992;
            n = -53;
        }

        n += (High(ax) >> 20) - 0x3ff;
        var j = High(ax) & 0xfffff;
        var ix = j | 0x3ff00000;
        var k = j is > 0x3988E and < 0xBB67A ? 1 : 0;
        if (j >= 0xBB67A)
        {
            n++;
            ix -= 0x00100000;
        }

        ax = WithHigh(ax, ix);
        var center = k == 0 ? 1.0 : 1.5;
        var (centerHigh, centerLow) = k == 0 ? (0, 0) : (5.84962487220764160156e-01, 1.35003920212974897128e-08);
        var u = ax - center;
        var v = 1 / (ax + center);
        var ss = u * v;
        var sh = Upper(ss);
        var th = FromWords(((ix >> 1) | 0x20000000) + 0x00080000 + (k << 18), 0);
        var tl = ax - (th - center);
        var sl = v * ((u - (sh * th)) - (sh * tl));
        var s2 = ss * ss;
        var r = s2 * s2 * (5.99999999999994648725e-01 + (s2 * (4.28571428578550184252e-01 + (s2 * (3.33333329818377432918e-01
            + (s2 * (2.72728123808534006489e-01 + (s2 * (2.30660745775561754067e-01 + (s2 * 2.06975017800338417784e-01))))))))));
        r += sl * (sh + ss);
        s2 = sh * sh;
        th = Upper(3 + s2 + r);
        tl = r - ((th - 3) - s2);
        u = sh * th;
        v = (sl * th) + (tl * ss);
        var ph = Upper(u + v);
        var pl = v - (ph - u);
        var zh = 9.61796700954437255859e-01 * ph;
        var zl = (-7.02846165095275826516e-09 * ph) + (pl * 9.61796693925975554329e-01) + centerLow;
        double t = n;
        var high = Upper(((zh + zl) + centerHigh) + t);
        return (high, zl - (((high - t) - centerHigh) - zh));
    }

    /// <summary>Two to the power of a number in two parts, whose sum has the upper half <paramref name="j"/>.</summary>
    private static double ExpTwoParts(double pl, double ph, int j)
    {
        var i = j & 0x7fffffff;
        var n = 0;
        if (i > 0x3fe00000)
        {
            n = j + (0x00100000 >> ((i >> 20) - 0x3ff + 1));
            var k = ((n & 0x7fffffff) >> 20) - 0x3ff;
            var whole = FromWords(n & ~(0xfffff >> k), 0);
            n = ((n & 0xfffff) | 0x00100000) >> (20 - k);
            n = j < 0 ? -n : n;
            ph -= whole;
        }

        var t = Upper(pl + ph);
        var u = t * 6.93147182464599609375e-01;
        var v = ((pl - (t - ph)) * 6.93147180559945286227e-01) + (t * -1.90465429995776804525e-09);
        var z = u + v;
        var w = v - (z - u);
        t = z * z;
        var t1 = z - (t * (1.66666666666666019037e-01 + (t * (-2.77777777770155933842e-03 + (t * (6.61375632143793436117e-05
            + (t * (-1.65339022054652515390e-06 + (t * 4.13813679705723846039e-08)))))))));
        var r = z * t1 / (t1 - 2 - (w + (z * w))); // V8 divides by all of this, where FDLIBM subtracts the last term
        z = 1 - (r - z);
        var high = High(z) + (n << 20);
        return high >> 20 <= 0 ? Math.ScaleB(z, n) : WithHigh(z, high);
    }
}
