using ConcurrentGc.Experiments.Machines;

namespace ConcurrentGc.Experiments.Running;

/// <summary>Runs one program on a modeled heap, or several beside each other in isolates.</summary>
public interface IRunEngine
{
    /// <summary>Runs to the end of each program, to out of memory in each isolate, to a failure or until it is stopped.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="machine">Prices and start-up heap.</param>
    /// <param name="ports">Where record and text go.</param>
    /// <param name="cancellation">Stops the run at its next turn; the result then says so and holds what was computed.</param>
    /// <returns>How it ended. A failure inside the run is a result, not an exception.</returns>
    RunResult Run(RunSettings settings, Machine machine, RunPorts ports, CancellationToken cancellation);
}
