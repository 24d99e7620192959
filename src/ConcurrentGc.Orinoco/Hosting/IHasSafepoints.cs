namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>A role whose thread others may use only while it stands at a safepoint; a role without it, while it has no work.</summary>
public interface IHasSafepoints
{
    /// <summary>Whether it stands at one.</summary>
    bool IsAtSafepoint { get; }
}
