using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>Where an actor sits: its words in the side region, and how its role is called.</summary>
/// <param name="name">Its name.</param>
/// <param name="group">The thread it runs on.</param>
internal abstract class Seat(string name, CoreGroup group)
{
    public string Name => name;

    public CoreGroup Group => group;

    /// <summary>Address of its first word.</summary>
    public abstract long Start { get; }

    /// <summary>Address behind its last word.</summary>
    public abstract long End { get; }

    /// <summary>What its steps may look at.</summary>
    public abstract FootprintReach Reach { get; }

    /// <summary>Whether it has something to do.</summary>
    public abstract bool IsEnabled { get; }

    /// <summary>Whether it has work and does not stand at a safepoint.</summary>
    public abstract bool HoldsMainThread { get; }

    /// <summary>A copy of what is in its words.</summary>
    public abstract SeatView View { get; }

    /// <summary>Does the next thing.</summary>
    public abstract void Run();
}
