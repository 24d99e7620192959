using System.Numerics;

namespace ConcurrentGc.JavaScript.Arithmetic;

/// <summary>Angles modulo a quarter turn.</summary>
internal static partial class PortableMath
{
    private const double QuarterTurn1 = 1.57079632673412561417e+00;
    private const double QuarterTurn1Rest = 6.07710050650619224932e-11;
    private const double QuarterTurn2 = 6.07710050630396597660e-11;
    private const double QuarterTurn2Rest = 2.02226624879595063154e-21;
    private const double QuarterTurn3 = 2.02226624871116645580e-21;
    private const double QuarterTurn3Rest = 8.47842766036889956997e-32;
    private const double Two24 = 16777216;
    private const double TwoToMinus24 = 1 / Two24;
    private const int DigitBits = 24;
    private const int FirstDigits = 4;

    private static readonly double[] _twoOverPi = TwoOverPi(digits: 66);

    private static ReadOnlySpan<double> QuarterTurnParts =>
    [
        1.57079625129699707031e+00, 7.54978941586159635335e-08, 5.39030252995776476554e-15, 3.28200341580791294123e-22,
        1.27065575308067607349e-29, 1.22933308981111328932e-36, 2.73370053816464559624e-44, 2.16741683877804819444e-51,
    ];

    /// <summary>An angle as a count of quarter turns modulo four, and the rest in two parts.</summary>
    private static (int Quadrant, double High, double Low) ReduceAngle(double x)
    {
        var ix = High(x) & 0x7fffffff;
        if (ix <= 0x3fe921fb)
        {
            return (0, x, 0);
        }

        var (n, high, low) = ix < 0x4002d97c ? ReduceOnce(Math.Abs(x), ix)
            : ix <= 0x413921fb ? ReduceMedium(Math.Abs(x), ix)
            : ReduceLarge(Math.Abs(x), ix);
        return x < 0 ? (-n & 3, -high, -low) : (n & 3, high, low);
    }

    private static (int Quarters, double High, double Low) ReduceOnce(double x, int ix)
    {
        var z = x - QuarterTurn1;
        var rest = QuarterTurn1Rest;
        if (ix == 0x3ff921fb)
        {
            z -= QuarterTurn2;
            rest = QuarterTurn2Rest;
        }

        var high = z - rest;
        return (1, high, (z - high) - rest);
    }

    private static (int Quarters, double High, double Low) ReduceMedium(double t, int ix)
    {
        var n = (int)((t * 6.36619772367581382433e-01) + 0.5);
        double fn = n;
        var r = t - (fn * QuarterTurn1);
        var w = fn * QuarterTurn1Rest;
        var high = r - w;
        var exponent = ix >> 20;
        var mayCancel = n >= 32 || ix == High(n * (Math.PI / 2));
        if (mayCancel && exponent - ((High(high) >> 20) & 0x7ff) > 16)
        {
            t = r;
            w = fn * QuarterTurn2;
            r = t - w;
            w = (fn * QuarterTurn2Rest) - ((t - r) - w);
            high = r - w;
            if (exponent - ((High(high) >> 20) & 0x7ff) > 49)
            {
                t = r;
                w = fn * QuarterTurn3;
                r = t - w;
                w = (fn * QuarterTurn3Rest) - ((t - r) - w);
                high = r - w;
            }
        }

        return (n, high, (r - high) - w);
    }

    /// <summary>The method of Payne and Hanek: multiplies by as many digits of two over pi as are needed.</summary>
    private static (int Quarters, double High, double Low) ReduceLarge(double x, int ix)
    {
        var e0 = (ix >> 20) - 1046;
        var z = WithHigh(x, ix - (e0 << 20));
        var parts = new double[3];
        for (var i = 0; i < 2; i++)
        {
            parts[i] = (int)z;
            z = (z - parts[i]) * Two24;
        }

        parts[2] = z;
        var count = parts[2] != 0 ? 3 : parts[1] != 0 ? 2 : 1;
        return MultiplyByTwoOverPi(parts.AsSpan(0, count), e0);
    }

    [System.Diagnostics.CodeAnalysis.SuppressMessage("Design", "MA0051:Method is too long", Justification = "One algorithm with much state.")]
    private static (int Quarters, double High, double Low) MultiplyByTwoOverPi(ReadOnlySpan<double> x, int e0)
    {
        var jx = x.Length - 1;
        var jv = Math.Max(0, (e0 - 3) / DigitBits);
        var q0 = e0 - (DigitBits * (jv + 1));
        var q = new double[20];
        var iq = new int[20];
        for (var i = 0; i <= FirstDigits; i++)
        {
            q[i] = Digit(x, jv, jx, i);
        }

        var jz = FirstDigits;
        int n;
        int ih;
        double z;
        while (true)
        {
            z = q[jz];
            for (var (i, j) = (0, jz); j > 0; i++, j--)
            {
                double carry = (int)(TwoToMinus24 * z);
                iq[i] = (int)(z - (Two24 * carry));
                z = q[j - 1] + carry;
            }

            z = Math.ScaleB(z, q0);
            z -= 8 * Math.Floor(z * 0.125);
            n = (int)z;
            z -= n;
            ih = 0;
            if (q0 > 0)
            {
                var i = iq[jz - 1] >> (24 - q0);
                n += i;
                iq[jz - 1] -= i << (24 - q0);
                ih = iq[jz - 1] >> (23 - q0);
            }
            else
            {
                ih = q0 == 0 ? iq[jz - 1] >> 23 : z >= 0.5 ? 2 : 0;
            }

            if (ih > 0)
            {
                n++;
                z = Complement(iq, jz, q0, ih, z);
            }

            if (z != 0 || iq.AsSpan(FirstDigits, jz - FirstDigits).ContainsAnyExcept(0))
            {
                break;
            }

            var more = 1;
            while (iq[FirstDigits - more] == 0)
            {
                more++;
            }

            for (var i = jz + 1; i <= jz + more; i++)
            {
                q[i] = Digit(x, jv, jx, i);
            }

            jz += more;
        }

        return Finish(q, iq, jz, q0, z, n, ih);
    }

    private static double Digit(ReadOnlySpan<double> x, int jv, int jx, int i)
    {
        var sum = 0.0;
        for (var j = 0; j <= jx; j++)
        {
            var at = jv + i - j;
            sum += x[j] * (at < 0 ? 0 : _twoOverPi[at]);
        }

        return sum;
    }

    /// <summary>Takes the fraction from one: the nearer quarter turn is the next one.</summary>
    private static double Complement(int[] iq, int jz, int q0, int ih, double z)
    {
        var carry = 0;
        for (var i = 0; i < jz; i++)
        {
            var j = iq[i];
            if (carry != 0)
            {
                iq[i] = 0xffffff - j;
            }
            else if (j != 0)
            {
                carry = 1;
                iq[i] = 0x1000000 - j;
            }
        }

        if (q0 > 0)
        {
            iq[jz - 1] &= q0 == 1 ? 0x7fffff : q0 == 2 ? 0x3fffff : -1;
        }

        return ih != 2 ? z : carry != 0 ? 1 - z - Math.ScaleB(1, q0) : 1 - z;
    }

    private static (int Quarters, double High, double Low) Finish(double[] q, int[] iq, int jz, int q0, double z, int n, int ih)
    {
        if (z == 0)
        {
            jz--;
            q0 -= DigitBits;
            while (iq[jz] == 0)
            {
                jz--;
                q0 -= DigitBits;
            }
        }
        else
        {
            z = Math.ScaleB(z, -q0);
            if (z >= Two24)
            {
                double carry = (int)(TwoToMinus24 * z);
                iq[jz] = (int)(z - (Two24 * carry));
                jz++;
                q0 += DigitBits;
                iq[jz] = (int)carry;
            }
            else
            {
                iq[jz] = (int)z;
            }
        }

        var scale = Math.ScaleB(1, q0);
        for (var i = jz; i >= 0; i--)
        {
            q[i] = scale * iq[i];
            scale *= TwoToMinus24;
        }

        var parts = new double[20];
        for (var i = jz; i >= 0; i--)
        {
            for (var k = 0; k <= FirstDigits && k <= jz - i; k++)
            {
                parts[jz - i] += QuarterTurnParts[k] * q[i + k];
            }
        }

        var high = 0.0;
        for (var i = jz; i >= 0; i--)
        {
            high += parts[i];
        }

        var low = parts[0] - high;
        for (var i = 1; i <= jz; i++)
        {
            low += parts[i];
        }

        return ih == 0 ? (n & 7, high, low) : (n & 7, -high, -low);
    }

    /// <summary>Digits of two over pi to the base 2^24, by Machin's formula.</summary>
    private static double[] TwoOverPi(int digits)
    {
        const int guard = 64;
        var bits = (digits * DigitBits) + guard;
        var pi = 4 * ((4 * InverseTangent(5, bits)) - InverseTangent(239, bits));
        var quotient = ((BigInteger.One << (2 * bits)) * 2 / pi) >> guard;
        var result = new double[digits];
        for (var i = digits - 1; i >= 0; i--)
        {
            result[i] = (int)(quotient & 0xffffff);
            quotient >>= DigitBits;
        }

        return result;
    }

    private static BigInteger InverseTangent(int reciprocal, int bits)
    {
        var term = (BigInteger.One << bits) / reciprocal;
        var sum = BigInteger.Zero;
        for (var i = 1; !term.IsZero; i += 2)
        {
            sum += (i & 2) == 0 ? term / i : -(term / i);
            term /= reciprocal * reciprocal;
        }

        return sum;
    }
}
