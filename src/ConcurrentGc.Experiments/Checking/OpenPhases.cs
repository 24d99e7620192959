using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>Looks whether each phase of a record ends once that has begun, and no other, and hands the entries on.</summary>
/// <param name="next">Takes the entries.</param>
internal sealed class OpenPhases(IRecordSink next) : IRecordSink
{
    private readonly HashSet<(int Actor, long Epoch, long Phase)> _open = [];

    /// <summary>The first phase that ended without a beginning or began twice; null: none did.</summary>
    public string? Failure { get; private set; }

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        var phase = (entry.Actor, entry.Epoch, entry.Subject);
        if ((entry.Kind == EventKind.PhaseBegin && !_open.Add(phase)) || (entry.Kind == EventKind.PhaseEnd && !_open.Remove(phase)))
        {
            Failure ??= $"{entry.Kind} of {(CollectionPhase)entry.Subject}, actor {entry.Actor}, cycle {entry.Epoch}: it was {(entry.Kind == EventKind.PhaseEnd ? "not " : string.Empty)}under way";
        }

        next.Append(entry);
    }
}
