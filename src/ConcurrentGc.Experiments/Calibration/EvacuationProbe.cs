using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>
/// Prices of moving objects in a full collection: young ones of two sizes, each beside a dead one, so that no page becomes
/// old as it is.
/// </summary>
internal sealed class EvacuationProbe : IProbe
{
    private const int NurseryMegabytes = 64;
    private const int Tries = 4; // a run has one such collection
    private const string Copy = "evacuate.copy";
    private static readonly (int Count, int Fields)[] _lists = [(400000, 2), (100000, 2), (180000, 8), (45000, 8)];

    /// <inheritdoc/>
    public string Name => "evacuation";

    /// <inheritdoc/>
    public void Measure(INode node, IDictionary<Work, double> prices)
    {
        var points = new List<(double[] Amounts, double Time)>();
        foreach (var (count, fields) in _lists)
        {
            var run = NodeRun.Traced($"evacuate {count} {fields}", NurseryMegabytes);
            var best = Enumerable.Range(0, Tries)
                .Select(_ => TracedCollection.Read(run, node.Run(run), CycleKind.MarkCompact, 1)[0])
                .MinBy(each => each.Nanoseconds(Copy))!;
            points.Add(([best.Promoted / ObjectBytes.Of(fields), best.Promoted], best.Nanoseconds(Copy)));
        }

        var fit = UndisturbedFit.Solve(points);
        var (objects, bytes) = (fit[0], fit[1]);
        if (objects < 0 || bytes < 0)
        {
            // What the two sizes do not tell apart is all of the one that is left.
            var time = points.Sum(point => point.Time);
            (objects, bytes) = objects < 0
                ? (0.0, time / points.Sum(point => point.Amounts[1]))
                : (time / points.Sum(point => point.Amounts[0]), 0.0);
        }

        (prices[Work.EvacuateObject], prices[Work.EvacuateByte]) = (objects, bytes);
    }
}
