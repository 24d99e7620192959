using ConcurrentGc.Cli.Engine;
using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli;

/// <summary>The engine that the command runs programs with.</summary>
internal static class EngineRegistration
{
    /// <summary>Makes it.</summary>
    public static IRunEngine Create() => new ModeledRunEngine();
}
