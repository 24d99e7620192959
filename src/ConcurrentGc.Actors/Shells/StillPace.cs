using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Actors.Shells;

/// <summary>
/// The pace of a run that follows a schedule step by step: a slice is one step, the clock stands still, nothing is priced,
/// and what is sent for later is sent at once. So an actor's messages are the steps of the explorer.
/// </summary>
internal readonly struct StillPace : IPace
{
    /// <inheritdoc/>
    public static bool IsConcurrent => false;

    /// <inheritdoc/>
    public long Now => 0;

    /// <inheritdoc/>
    public long Worked => 0;

    /// <inheritdoc/>
    public bool Defers => false;

    /// <inheritdoc/>
    public void Begin()
    {
    }

    /// <inheritdoc/>
    public bool Spend(Work work, long amount) => false;

    /// <inheritdoc/>
    public void Pay(Work work, long amount)
    {
    }

    /// <inheritdoc/>
    public void Settle()
    {
    }

    /// <inheritdoc/>
    public void Later(long nanoseconds, Action happen) => happen();

    /// <inheritdoc/>
    public void End()
    {
    }
}
