using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Running;

/// <summary>Runs one program on a modeled heap.</summary>
public interface IRunEngine
{
    /// <summary>Runs to the program's end, to out of memory, to a failure or until it is stopped.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="machine">Prices and start-up heap.</param>
    /// <param name="sink">Takes the record, from one thread at a time.</param>
    /// <param name="programOutput">
    /// Takes what the program prints, as it prints it. It is called by the thread that calls <paramref name="sink"/>,
    /// so that trace lines and program output keep their order.
    /// </param>
    /// <param name="cancellation">Stops the run at its next turn; the result then says so and holds what was computed.</param>
    /// <returns>How it ended. A failure inside the run is a result, not an exception.</returns>
    RunResult Run(
        RunSettings settings,
        Machine machine,
        IRecordSink sink,
        TextWriter programOutput,
        CancellationToken cancellation);
}
