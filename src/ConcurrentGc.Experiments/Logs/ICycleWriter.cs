using ConcurrentGc.Experiments.Collections;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>Writes one line a cycle. Keeps running means, so it must see every cycle once and in order.</summary>
public interface ICycleWriter
{
    /// <summary>Writes the line of a cycle.</summary>
    /// <param name="row">A row that has ended.</param>
    void Write(Cycle row);
}
