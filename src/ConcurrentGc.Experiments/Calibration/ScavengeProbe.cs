using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>Prices of a scavenge: lists of three sizes of objects live in a nursery of 16 MB while garbage fills it.</summary>
internal sealed class ScavengeProbe : IProbe
{
    private const int NurseryMegabytes = 16;
    private const int Cycles = 24;
    private const int Warming = 2;
    private const double MostListBytes = 10e6;
    private const double Nothing = 4000; // bytes; what V8 itself keeps
    private static readonly int[] _fields = [2, 4, 8];
    private static readonly int[] _counts = [0, 1000, 10000, 40000, 90000];

    /// <inheritdoc/>
    public string Name => "scavenges";

    /// <inheritdoc/>
    public void Measure(INode node, IDictionary<Work, double> prices)
    {
        var points = new List<(double[] Amounts, double Time)>();
        var empty = new List<double>();
        foreach (var (fields, count) in _fields.SelectMany(fields => _counts.Select(count => (fields, count))))
        {
            var bytes = ObjectBytes.Of(fields);
            if (count * bytes > MostListBytes)
            {
                continue;
            }

            var run = NodeRun.Traced($"scavenge {count} {fields} {Cycles}", NurseryMegabytes);
            var collections = TracedCollection.Read(run, node.Run(run), CycleKind.Scavenge, Warming + 1).Skip(Warming).ToList();
            points.AddRange(collections.Select(each => (
                new[] { 1, each.Copied / bytes, each.Copied, each.Promoted / bytes, each.Promoted }, each.Pause)));
            empty.AddRange(collections.Where(each => each.Copied + each.Promoted < Nothing).Select(each => each.Pause));
        }

        var fit = UndisturbedFit.Of(Name, points);
        prices[Work.ScavengeBase] = empty.Count > 0 ? UndisturbedFit.TrimmedMean(empty) : fit[0];
        prices[Work.CopyObject] = fit[1];
        prices[Work.CopyByte] = fit[2];
        prices[Work.PromoteObject] = fit[3];
        prices[Work.PromoteByte] = fit[4];
    }
}
