using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>The price of a remembered slot: many old objects get a young one each, which a scavenge copies.</summary>
internal sealed class SlotProbe : IProbe
{
    private const int Cycles = 16;
    private const double MostPromoted = 4000; // beyond it the slots are not alone
    private static readonly int[] _counts = [1000, 20000, 60000];

    /// <inheritdoc/>
    public string Name => "remembered slots";

    /// <inheritdoc/>
    public void Measure(INode node, IDictionary<Work, double> prices)
    {
        var bytes = ObjectBytes.Of(2);
        var points = new List<(double[] Amounts, double Time)>();
        foreach (var count in _counts)
        {
            var run = NodeRun.Traced($"slots {count} {Cycles}", semispaceMegabytes: 16);
            points.AddRange(TracedCollection.Read(run, node.Run(run), CycleKind.Scavenge, 2).Skip(1)
                .Where(each => each.Promoted < MostPromoted)
                .Select(each => (new[] { 1, each.Copied / bytes }, each.Pause)));
        }

        var slotAndObject = UndisturbedFit.Of(Name, points)[1];
        var slot = Math.Max(0, slotAndObject - prices[Work.CopyObject] - (bytes * prices[Work.CopyByte]));
        (prices[Work.VisitSlot], prices[Work.VisitRoot], prices[Work.UpdateSlot]) = (slot, slot, slot);
    }
}
