using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Engine;

/// <summary>How long a program slept because nothing was due. Not safe for use by several threads.</summary>
internal sealed class IdleAccount : IRecordSink
{
    /// <summary>Nanoseconds on the host's clock, pauses left out.</summary>
    public long Nanoseconds { get; private set; }

    /// <inheritdoc/>
    public void Append(in RecordEntry entry) => Nanoseconds += entry.Kind == EventKind.Idle ? entry.Value : 0;
}
