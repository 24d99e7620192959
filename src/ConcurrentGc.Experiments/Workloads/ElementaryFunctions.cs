namespace ConcurrentGc.Experiments.Workloads;

/// <summary>
/// Logarithm and exponential from the four basic operations alone, which IEEE 754 fixes to the last bit: the same result
/// on every platform, unlike the library's. Accurate to a few units in the last place, more than sampling needs.
/// </summary>
internal static class ElementaryFunctions
{
    private const double LogarithmOfTwo = 0.693147180559945309417;
    private const int MantissaBits = 52;
    private const int ExponentBias = 1023;
    private const long MantissaMask = (1L << MantissaBits) - 1;
    private const int SeriesTerms = 23;

    /// <summary>The natural logarithm.</summary>
    /// <param name="value">Positive, finite and not subnormal.</param>
    public static double Logarithm(double value)
    {
        var bits = BitConverter.DoubleToInt64Bits(value);
        var exponent = (int)(bits >> MantissaBits) - ExponentBias;
        var mantissa = BitConverter.Int64BitsToDouble((bits & MantissaMask) | ((long)ExponentBias << MantissaBits));
        const double squareRootOfTwo = 1.41421356237309504880;
        if (mantissa > squareRootOfTwo)
        {
            mantissa /= 2;
            exponent++;
        }

        // log m = 2 (s + s^3/3 + s^5/5 + ...) with s = (m - 1) / (m + 1), |s| < 0.172
        var s = (mantissa - 1) / (mantissa + 1);
        var square = s * s;
        var sum = 0.0;
        for (var term = SeriesTerms; term >= 1; term -= 2)
        {
            sum = (sum * square) + (1.0 / term);
        }

        return (exponent * LogarithmOfTwo) + (2 * s * sum);
    }

    /// <summary>The exponential.</summary>
    /// <param name="value">From -700 to 700.</param>
    public static double Exponential(double value)
    {
        var exponent = (int)Math.Floor((value / LogarithmOfTwo) + 0.5);
        var rest = value - (exponent * LogarithmOfTwo);
        var sum = 1.0;
        for (var term = SeriesTerms; term >= 1; term--)
        {
            sum = 1 + (sum * rest / term);
        }

        return sum * BitConverter.Int64BitsToDouble((long)(exponent + ExponentBias) << MantissaBits);
    }
}
