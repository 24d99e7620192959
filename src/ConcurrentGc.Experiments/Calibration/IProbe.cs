using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>Measures some prices by running Node.</summary>
internal interface IProbe
{
    /// <summary>What it measures, in a few words.</summary>
    string Name { get; }

    /// <summary>Measures once.</summary>
    /// <param name="node">What is measured.</param>
    /// <param name="prices">Nanoseconds a unit: those of the probes before it, to which it adds its own.</param>
    void Measure(INode node, IDictionary<Work, double> prices);
}
