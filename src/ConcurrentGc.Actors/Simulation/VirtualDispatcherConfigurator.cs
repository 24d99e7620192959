using Akka.Configuration;
using Akka.Dispatch;

namespace ConcurrentGc.Actors.Simulation;

/// <summary>Named in configuration as a dispatcher's <c>type</c>; <c>cores</c> says how many it has.</summary>
public sealed class VirtualDispatcherConfigurator : MessageDispatcherConfigurator
{
    private readonly VirtualDispatcher _dispatcher;

    /// <summary>Called by Akka.</summary>
    /// <param name="config">The dispatcher's section.</param>
    /// <param name="prerequisites">Where the clock is found.</param>
    public VirtualDispatcherConfigurator(Config config, IDispatcherPrerequisites prerequisites)
        : base(config, prerequisites) => _dispatcher = new VirtualDispatcher(this, config.GetInt("cores", 1));

    /// <inheritdoc/>
    public override MessageDispatcher Dispatcher() => _dispatcher;
}
