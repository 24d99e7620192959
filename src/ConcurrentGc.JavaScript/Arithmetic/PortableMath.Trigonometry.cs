namespace ConcurrentGc.JavaScript.Arithmetic;

/// <summary>Sine, cosine, tangent, arctangent.</summary>
internal static partial class PortableMath
{
    private const double PiLow = 1.2246467991473531772E-16;

    private static ReadOnlySpan<double> AtanHigh =>
        [4.63647609000806093515e-01, 7.85398163397448278999e-01, 9.82793723247329054082e-01, 1.57079632679489655800e+00];

    private static ReadOnlySpan<double> AtanLow =>
        [2.26987774529616870924e-17, 3.06161699786838301793e-17, 1.39033110312309984516e-17, 6.12323399573676603587e-17];

    private static ReadOnlySpan<double> TanCoefficients =>
    [
        3.33333333333334091986e-01, 1.33333333333201242699e-01, 5.39682539762260521377e-02, 2.18694882948595424599e-02,
        8.86323982359930005737e-03, 3.59207910759131235356e-03, 1.45620945432529025516e-03, 5.88041240820264096874e-04,
        2.46463134818469906812e-04, 7.81794442939557092300e-05, 7.14072491382608190305e-05, -1.85586374855275456654e-05,
        2.59073051863633712884e-05,
    ];

    /// <summary>The sine.</summary>
    /// <param name="x">An angle.</param>
    public static double Sin(double x)
    {
        if (!double.IsFinite(x))
        {
            return double.NaN;
        }

        var (quadrant, y0, y1) = ReduceAngle(x);
        return quadrant switch
        {
            0 => KernelSin(y0, y1),
            1 => KernelCos(y0, y1),
            2 => -KernelSin(y0, y1),
            _ => -KernelCos(y0, y1),
        };
    }

    /// <summary>The cosine.</summary>
    /// <param name="x">An angle.</param>
    public static double Cos(double x)
    {
        if (!double.IsFinite(x))
        {
            return double.NaN;
        }

        var (quadrant, y0, y1) = ReduceAngle(x);
        return quadrant switch
        {
            0 => KernelCos(y0, y1),
            1 => -KernelSin(y0, y1),
            2 => -KernelCos(y0, y1),
            _ => KernelSin(y0, y1),
        };
    }

    /// <summary>The tangent.</summary>
    /// <param name="x">An angle.</param>
    public static double Tan(double x)
    {
        if (!double.IsFinite(x))
        {
            return double.NaN;
        }

        var (quadrant, y0, y1) = ReduceAngle(x);
        return KernelTan(y0, y1, (quadrant & 1) == 0 ? 1 : -1);
    }

    /// <summary>The arctangent.</summary>
    /// <param name="x">Any number.</param>
    public static double Atan(double x)
    {
        var ix = High(x) & 0x7fffffff;
        if (double.IsNaN(x) || ix >= 0x44100000)
        {
            return double.IsNaN(x) ? x : x > 0 ? AtanHigh[3] + AtanLow[3] : -AtanHigh[3] - AtanLow[3];
        }

        var isNegative = double.IsNegative(x);
        var id = -1;
        if (ix < 0x3fdc0000)
        {
            if (ix < 0x3e400000)
            {
                return x;
            }
        }
        else
        {
            x = Math.Abs(x);
            (id, x) = ix switch
            {
                < 0x3fe60000 => (0, ((2 * x) - 1) / (2 + x)),
                < 0x3ff30000 => (1, (x - 1) / (x + 1)),
                < 0x40038000 => (2, (x - 1.5) / (1 + (1.5 * x))),
                _ => (3, -1 / x),
            };
        }

        var z = x * x;
        var w = z * z;
        var s1 = z * (3.33333333333329318027e-01 + (w * (1.42857142725034663711e-01 + (w * (9.09088713343650656196e-02
            + (w * (6.66107313738753120669e-02 + (w * (4.97687799461593236017e-02 + (w * 1.62858201153657823623e-02))))))))));
        var s2 = w * (-1.99999999998764832476e-01 + (w * (-1.11111104054623557880e-01 + (w * (-7.69187620504482999495e-02
            + (w * (-5.83357013379057348645e-02 + (w * -3.65315727442169155270e-02))))))));
        if (id < 0)
        {
            return x - (x * (s1 + s2));
        }

        z = AtanHigh[id] - (((x * (s1 + s2)) - AtanLow[id]) - x);
        return isNegative ? -z : z;
    }

    /// <summary>The angle of a point.</summary>
    /// <param name="y">Ordinate.</param>
    /// <param name="x">Abscissa.</param>
    public static double Atan2(double y, double x)
    {
        if (double.IsNaN(x) || double.IsNaN(y))
        {
            return double.NaN;
        }

        if (x == 1)
        {
            return Atan(y);
        }

        var isLeft = double.IsNegative(x);
        if (y == 0)
        {
            return !isLeft ? y : double.IsNegative(y) ? -Math.PI : Math.PI;
        }

        double z;
        var k = ((High(y) & 0x7fffffff) - (High(x) & 0x7fffffff)) >> 20;
        if (double.IsInfinity(x))
        {
            z = double.IsInfinity(y) ? (isLeft ? 3 : 1) * (Math.PI / 4) : isLeft ? Math.PI : 0;
        }
        else if (x == 0 || double.IsInfinity(y))
        {
            z = Math.PI / 2;
        }
        else
        {
            z = k > 60 ? (Math.PI / 2) + (0.5 * PiLow) : isLeft && k < -60 ? 0 : Atan(Math.Abs(y / x));
            z = isLeft && k <= 60 ? Math.PI - (z - PiLow) : z;
        }

        return double.IsNegative(y) ? -z : z;
    }

    private static double KernelSin(double x, double y)
    {
        if ((High(x) & 0x7fffffff) < 0x3e400000)
        {
            return x;
        }

        var z = x * x;
        var v = z * x;
        var r = 8.33333333332248946124e-03 + (z * (-1.98412698298579493134e-04 + (z * (2.75573137070700676789e-06
            + (z * (-2.50507602534068634195e-08 + (z * 1.58969099521155010221e-10)))))));
        return y == 0
            ? x + (v * (-1.66666666666666324348e-01 + (z * r)))
            : x - (((z * ((0.5 * y) - (v * r))) - y) - (v * -1.66666666666666324348e-01));
    }

    private static double KernelCos(double x, double y)
    {
        var ix = High(x) & 0x7fffffff;
        if (ix < 0x3e400000)
        {
            return 1;
        }

        var z = x * x;
        var r = z * (4.16666666666666019037e-02 + (z * (-1.38888888888741095749e-03 + (z * (2.48015872894767294178e-05
            + (z * (-2.75573143513906633035e-07 + (z * (2.08757232129817482790e-09 + (z * -1.13596475577881948265e-11))))))))));
        if (ix < 0x3FD33333)
        {
            return 1 - ((0.5 * z) - ((z * r) - (x * y)));
        }

        var qx = ix > 0x3fe90000 ? 0.28125 : FromWords(ix - 0x00200000, 0);
        var hz = (0.5 * z) - qx;
        return 1 - qx - (hz - ((z * r) - (x * y)));
    }

    private static double KernelTan(double x, double y, int sign)
    {
        var high = High(x);
        var ix = high & 0x7fffffff;
        if (ix < 0x3e300000)
        {
            return sign == 1 ? x : InvertSum(x, y, x + y);
        }

        var isLarge = ix >= 0x3fe59428;
        if (isLarge)
        {
            (x, y) = x < 0 ? (-x, -y) : (x, y);
            x = (7.85398163397448278999e-01 - x) + (3.06161699786838301793e-17 - y);
            y = 0;
        }

        var t = TanCoefficients;
        var z = x * x;
        var w = z * z;
        var r = t[1] + (w * (t[3] + (w * (t[5] + (w * (t[7] + (w * (t[9] + (w * t[11])))))))));
        var v = z * (t[2] + (w * (t[4] + (w * (t[6] + (w * (t[8] + (w * (t[10] + (w * t[12]))))))))));
        var s = z * x;
        r = y + (z * ((s * (r + v)) + y));
        r += t[0] * s;
        w = x + r;
        if (isLarge)
        {
            v = sign;
            return (1 - ((high >> 30) & 2)) * (v - (2 * (x - ((w * w / (w + v)) - r))));
        }

        return sign == 1 ? w : InvertSum(x, r, w);
    }

    /// <summary>-1 / (x + r), where their rounded sum is w.</summary>
    private static double InvertSum(double x, double r, double w)
    {
        var z = Upper(w);
        var v = r - (z - x);
        var a = -1 / w;
        var t = Upper(a);
        var s = 1 + (t * z);
        return t + (a * (s + (t * v)));
    }
}
