using System.Globalization;
using ConcurrentGc.JavaScript.Arithmetic;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed class MathTableTests
{
    [Fact]
    public void Functions_of_Math_return_the_bits_that_Node_returns()
    {
        var rows = 0;
        foreach (var line in File.ReadLines(Path.Combine(ProgramRun.Folder, "MathTable", "table.txt")))
        {
            var words = line.Split(' ');
            var numbers = words[1..].Select(word => BitConverter.UInt64BitsToDouble(ulong.Parse(word, NumberStyles.HexNumber, CultureInfo.InvariantCulture))).ToArray();

            var actual = Evaluate(words[0], numbers[0], numbers[1]);

            Assert.True(double.IsNaN(actual) ? double.IsNaN(numbers[^1]) : BitConverter.DoubleToInt64Bits(actual) == BitConverter.DoubleToInt64Bits(numbers[^1]), $"{line}: {actual:R}");
            rows++;
        }

        Assert.True(rows > 4_000);
    }

    private static double Evaluate(string function, double x, double y) => function switch
    {
        "exp" => PortableMath.Exp(x),
        "log" => PortableMath.Log(x),
        "log2" => PortableMath.Log2(x),
        "log10" => PortableMath.Log10(x),
        "cbrt" => PortableMath.Cbrt(x),
        "sin" => PortableMath.Sin(x),
        "cos" => PortableMath.Cos(x),
        "tan" => PortableMath.Tan(x),
        "atan" => PortableMath.Atan(x),
        "pow" => PortableMath.Pow(x, y),
        "atan2" => PortableMath.Atan2(x, y),
        _ => PortableMath.Hypot([x, y]),
    };
}
