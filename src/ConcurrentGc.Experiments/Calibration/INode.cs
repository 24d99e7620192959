namespace ConcurrentGc.Experiments.Calibration;

/// <summary>The Node that is measured. Where its scripts lie and how it is started is not decided here.</summary>
public interface INode
{
    /// <summary>Runs a script to its end.</summary>
    /// <param name="run">Flags, script and arguments.</param>
    /// <returns>Its standard output.</returns>
    /// <exception cref="InvalidInputException">It cannot be started or ends with another code than zero.</exception>
    string Run(NodeRun run);
}
