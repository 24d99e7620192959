using System.Globalization;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>The price of an allocated byte: how much longer a loop takes that makes objects of 88 bytes than one of 40.</summary>
internal sealed class AllocationProbe : IProbe
{
    private const int Objects = 20_000_000;
    private const string Word = "nanoseconds ";
    private static readonly int[] _fields = [2, 4, 8];

    /// <inheritdoc/>
    public string Name => "allocation";

    /// <inheritdoc/>
    public void Measure(INode node, IDictionary<Work, double> prices)
    {
        List<(double[] Amounts, double Time)> points =
            [.. _fields.Select(fields => (new[] { 1.0, ObjectBytes.Of(fields) }, Nanoseconds(node, fields)))];
        prices[Work.AllocateByte] = Math.Max(0, UndisturbedFit.Solve(points)[1]);
    }

    private static double Nanoseconds(INode node, int fields)
    {
        var run = new NodeRun(["--predictable", "--expose-gc"], NodeRun.Costs, ["allocate", $"{Objects}", $"{fields}"]);
        var text = node.Run(run);
        return text.StartsWith(Word, StringComparison.Ordinal)
            && double.TryParse(text.AsSpan(Word.Length), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw InvalidInputException.In($"node {run}", $"found '{text}', allowed: {Word}and a number");
    }
}
