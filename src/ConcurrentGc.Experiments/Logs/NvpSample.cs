using ConcurrentGc.Experiments.Collections;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>A cycle and the running speeds after it: what the fields of an nvp line are computed from.</summary>
/// <param name="Row">The cycle.</param>
/// <param name="ScavengeThroughput">Young bytes handled a millisecond of scavenges.</param>
/// <param name="AllocationThroughput">New-space bytes allocated a millisecond of the mutator.</param>
/// <param name="CompactionSpeed">Bytes evacuated a millisecond of copying.</param>
internal readonly record struct NvpSample(
    Cycle Row, double ScavengeThroughput, double AllocationThroughput, double CompactionSpeed);
