using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Orinoco.Hosting;
using MathNet.Numerics.Statistics;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>
/// Fits the prices of a machine file to a real Node: every probe runs as often as asked, in turn, and the median of what it
/// found is the price. What no probe measures (start-up heap, cores, slices, messages) stays as in the machine that it begins with.
/// </summary>
/// <param name="before">That machine.</param>
/// <param name="optimized">What the programs do in the tier <c>turbofan</c>.</param>
/// <param name="interpreted">The same in the tier <c>ignition</c>.</param>
public sealed class PriceCalibration(Machine before, IReadOnlyList<ProgramWork> optimized, IReadOnlyList<ProgramWork> interpreted)
{
    private const decimal PicosecondsPerNanosecond = 1000;
    private const decimal MostNanoseconds = 1_000_000; // a machine file allows no more
    private const int Digits = 3;

    // In this order: later ones use prices of earlier ones.
    private readonly IProbe[] _probes =
    [
        new ScavengeProbe(),
        new SlotProbe(),
        new MarkingProbe(before.Heap.OldObjects, before.Heap.OldReferences),
        new EvacuationProbe(),
        new SweepingProbe(before.Heap.OldBytes),
        new LargePageProbe(),
        new AllocationProbe(),
        new InstructionProbe(Work.InstructionTurbofan, [], optimized),
        new InstructionProbe(Work.InstructionIgnition, ["--no-opt"], interpreted),
    ];

    /// <summary>Measures.</summary>
    /// <param name="node">What is measured.</param>
    /// <param name="repetitions">How often, at least once.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <returns>Every price in the order of the machine file.</returns>
    public IReadOnlyList<CalibratedPrice> Run(INode node, int repetitions, Action<string>? progress)
    {
        var measured = new List<Dictionary<Work, double>>();
        for (var repetition = 1; repetition <= repetitions; repetition++)
        {
            var prices = new Dictionary<Work, double>();
            foreach (var probe in _probes)
            {
                progress?.Invoke($"calibrate: {repetition} of {repetitions}: {probe.Name}");
                probe.Measure(node, prices);
            }

            measured.Add(prices);
        }

        return [.. WorkNames.All.Select(work => Price(work, [.. measured.Where(prices => prices.ContainsKey(work)).Select(prices => prices[work])]))];
    }

    private static decimal Rounded(double nanoseconds)
    {
        var value = Math.Min(MostNanoseconds, (decimal)nanoseconds);
        var scale = 1m;
        while (value / scale >= 1)
        {
            scale *= 10;
        }

        // Three digits that count, and no more decimals than a machine file has.
        return value >= 1000 ? Math.Round(value / scale, Digits) * scale : Math.Round(value, value >= 1 ? 2 : Digits);
    }

    private CalibratedPrice Price(Work work, IReadOnlyList<double> measured)
    {
        var was = before.Prices.Picoseconds[(int)work] / PicosecondsPerNanosecond;
        return new CalibratedPrice(work, measured.Count > 0 ? Rounded(measured.Median()) : was, was, measured);
    }
}
