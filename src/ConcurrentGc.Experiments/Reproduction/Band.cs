namespace ConcurrentGc.Experiments.Reproduction;

/// <summary>Where a number has to lie for a published result to hold in shape; the ends are inside.</summary>
/// <param name="Least">The smallest such number.</param>
/// <param name="Most">The largest one.</param>
/// <param name="Unit">How the ends and the number itself are read.</param>
public sealed record Band(double Least, double Most, MeasureUnit Unit)
{
    /// <summary>A band of relative changes.</summary>
    /// <param name="least">As a share: -0.5 is half as much.</param>
    /// <param name="most">The other end.</param>
    public static Band Change(double least, double most) => new(least, most, MeasureUnit.Change);

    /// <summary>A band of ratios.</summary>
    /// <param name="least">The smaller end.</param>
    /// <param name="most">The other end.</param>
    public static Band Times(double least, double most) => new(least, most, MeasureUnit.Times);

    /// <summary>Whether a number lies in it.</summary>
    /// <param name="value">The number; one that does not exist lies nowhere.</param>
    public bool Holds(double value) => value >= Least && value <= Most;
}
