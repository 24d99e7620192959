using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>A price of a machine file with where it comes from.</summary>
/// <param name="Work">What it is for.</param>
/// <param name="Nanoseconds">The median of what was measured, as the file holds it; what was there before when nothing was.</param>
/// <param name="Before">What the machine had that the calibration began with.</param>
/// <param name="Measured">One number a repetition; empty: nothing measures it.</param>
public sealed record CalibratedPrice(Work Work, decimal Nanoseconds, decimal Before, IReadOnlyList<double> Measured)
{
    /// <summary>The measured price over the one before; null when nothing was measured or nothing was there.</summary>
    public double? Ratio => Measured.Count > 0 && Before > 0 ? (double)(Nanoseconds / Before) : null;
}
