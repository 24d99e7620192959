using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Engine;

/// <summary>Counts the frames of a program and what the collector did between them. Not safe for use by several threads.</summary>
internal sealed class FrameAccount : IRecordSink
{
    /// <summary>The counts so far.</summary>
    public FrameCounts Counts { get; private set; } = new();

    /// <inheritdoc/>
    public void Append(in RecordEntry entry) => Counts = entry.Kind switch
    {
        EventKind.Frame => Counts with
        {
            Ended = Counts.Ended + 1,
            Dropped = Counts.Dropped + entry.Subject,
            Longest = Math.Max(Counts.Longest, entry.Value),
        },
        EventKind.IdleWork => Counts with
        {
            IdleWork = Counts.IdleWork + entry.Value,
            LateWork = Counts.LateWork + entry.Subject,
        },
        _ => Counts,
    };
}
