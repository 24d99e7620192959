using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>
/// Prices of sweeping, and what a full collection costs beside marking and sweeping. Sweeping that a collection leaves is the
/// part of the next one's pause that lies in no scope: pages with all, half, a tenth and a hundredth of their objects alive.
/// </summary>
/// <param name="startBytes">Live bytes in old space of the heap that Node starts with.</param>
internal sealed class SweepingProbe(long startBytes) : IProbe
{
    private const int Objects = 2_000_000;
    private const double PageBytes = 257720; // what objects can use of a page, V8 11.3
    private const int SweepsAll = 1; // the collection that finishes what the first one left: all objects are alive
    private const int SweepsSome = 3; // the same of the first one after most were dropped
    private const int Warming = 2;

    /// <inheritdoc/>
    public string Name => "sweeping";

    /// <inheritdoc/>
    public void Measure(INode node, IDictionary<Work, double> prices)
    {
        var pages = Objects * ObjectBytes.Of(2) / PageBytes;
        var points = new List<(double[] Amounts, double Time)>();
        foreach (var every in new[] { 2, 10, 100 })
        {
            var run = NodeRun.Traced($"sweep {Objects} {every}");
            var collections = TracedCollection.Read(run, node.Run(run), CycleKind.MarkCompact, SweepsSome + 1);
            points.Add(([1, PageBytes], collections[SweepsAll].OutsideScopes / pages));
            points.Add(([1, PageBytes / every], collections[SweepsSome].OutsideScopes / pages));
        }

        var fit = UndisturbedFit.Of(Name, points);
        (prices[Work.SweepPage], prices[Work.SweepByte]) = (fit[0], fit[1]);
        prices[Work.MarkCompactBase] = Base(node, prices);
    }

    private double Base(INode node, IDictionary<Work, double> prices)
    {
        var run = NodeRun.Traced("mark-list 1 2");
        var pause = UndisturbedFit.Low(TracedCollection.Read(run, node.Run(run), CycleKind.MarkCompact, Warming + 1)
            .Skip(Warming).Select(each => each.Pause - each.Nanoseconds("mark")));
        var sweep = (Math.Ceiling(startBytes / PageBytes) * prices[Work.SweepPage]) + (startBytes * prices[Work.SweepByte]);
        return Math.Max(0, pause - sweep);
    }
}
