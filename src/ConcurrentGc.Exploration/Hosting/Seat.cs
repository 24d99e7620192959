using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>Where an actor sits: its words in the side region, and how its role is called.</summary>
/// <param name="name">Its name.</param>
/// <param name="group">The thread it runs on.</param>
internal abstract class Seat(string name, CoreGroup group)
{
    public string Name => name;

    public CoreGroup Group => group;

    /// <summary>Whether it has something to do.</summary>
    public abstract bool IsEnabled { get; }

    /// <summary>Whether it has work and does not stand at a safepoint.</summary>
    public abstract bool HoldsMainThread { get; }

    /// <summary>Does the next thing.</summary>
    public abstract void Run();
}
