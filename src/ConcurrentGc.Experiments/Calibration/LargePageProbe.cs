using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>The price of freeing a large page: dead arrays of 128 KB fill a nursery of 16 MB.</summary>
internal sealed class LargePageProbe : IProbe
{
    private const int Slots = 16383; // the smallest array with pages of its own, V8 11.3
    private const double PagesOfScavenge = 16 * 1048576.0 / ((Slots + 2) * 8);
    private const int Warming = 2;

    /// <inheritdoc/>
    public string Name => "large pages";

    /// <inheritdoc/>
    public void Measure(INode node, IDictionary<Work, double> prices)
    {
        var run = NodeRun.Traced($"large 4000 {Slots}", semispaceMegabytes: 16);
        var pause = UndisturbedFit.Low(TracedCollection.Read(run, node.Run(run), CycleKind.Scavenge, Warming + 1)
            .Skip(Warming).Select(each => each.Pause));
        prices[Work.FreeLargePage] = Math.Max(0, (pause - prices[Work.ScavengeBase]) / PagesOfScavenge);
    }
}
