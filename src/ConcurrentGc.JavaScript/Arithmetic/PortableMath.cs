namespace ConcurrentGc.JavaScript.Arithmetic;

/// <summary>
/// Functions of Math that V8 computes by the algorithms of Sun's freely distributable math library, so that their last
/// bits are the same in every runtime and on every platform. Only operations that IEEE 754 rounds correctly are used.
/// </summary>
/// <remarks>
/// Source: FDLIBM 5.3 (Sun Microsystems 1993) and, for the cube root and the binary logarithm, FreeBSD's msun; V8 11.3,
/// base/ieee754.cc. Names of coefficients are those of the sources.
/// </remarks>
internal static partial class PortableMath
{
    private const double Two54 = 18014398509481984;
    private const double Huge = 1e300;
    private const double Tiny = 1e-300;

    private static int High(double value) => (int)(BitConverter.DoubleToInt64Bits(value) >> 32);

    private static uint Low(double value) => (uint)BitConverter.DoubleToInt64Bits(value);

    private static double FromWords(int high, uint low) => BitConverter.Int64BitsToDouble(((long)high << 32) | low);

    private static double WithHigh(double value, int high) => FromWords(high, Low(value));

    /// <summary>A number without the lower half of its bits, so that products of two such are exact.</summary>
    private static double Upper(double value) => FromWords(High(value), 0);
}
