using System.Globalization;
using ConcurrentGc.Experiments.Machines;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>Writes a machine file with a comment on how it was made and on each price.</summary>
public static class CalibratedMachineWriter
{
    /// <summary>Writes it.</summary>
    /// <param name="name">The machine's name.</param>
    /// <param name="made">How it was made, a line each.</param>
    /// <param name="before">Where everything but the prices comes from.</param>
    /// <param name="prices">The prices.</param>
    /// <param name="output">Takes the text.</param>
    public static void Write(
        string name, IReadOnlyList<string> made, Machine before, IReadOnlyList<CalibratedPrice> prices, TextWriter output)
    {
        foreach (var line in made)
        {
            output.Write($"# {line}\n");
        }

        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"""
            name: {name}
            cores: {before.Cores}
            slices:
              objects: {before.Prices.SliceObjects}
              nanoseconds: {before.Prices.SliceNanoseconds}
            heap:
              old-bytes: {before.Heap.OldBytes}
              old-objects: {before.Heap.OldObjects}
              old-references: {before.Heap.OldReferences}
              old-trimmed-bytes: {before.Heap.OldTrimmedBytes}
              code-bytes: {before.Heap.CodeBytes}
              code-trimmed-bytes: {before.Heap.CodeTrimmedBytes}
              large-bytes: {before.Heap.LargeBytes}
              new-bytes: {before.Heap.NewBytes}
              new-surviving-bytes: {before.Heap.NewSurvivingBytes}
              new-biggest-bytes: {before.Heap.NewBiggestBytes}
            prices:

            """));
        foreach (var price in prices)
        {
            var source = PriceSources.Of(price.Work);
            var spread = price.Measured.Count == 0
                ? string.Empty
                : string.Create(CultureInfo.InvariantCulture, $"; {price.Measured.Min():0.###} to {price.Measured.Max():0.###}");
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"  # {source}{spread}\n  {WorkNames.KeyOf(price.Work)}: {price.Nanoseconds:0.###}\n"));
        }
    }
}
