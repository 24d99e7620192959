using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Engine;

/// <summary>Why the collector gave up, if it did. Not safe for use by several threads.</summary>
internal sealed class HeapFullAccount : IRecordSink
{
    /// <summary>The cause, told before the program is.</summary>
    public OutOfMemoryCause Cause { get; private set; } = OutOfMemoryCause.LastResort;

    /// <inheritdoc/>
    public void Append(in RecordEntry entry) =>
        Cause = entry.Kind == EventKind.HeapFull ? (OutOfMemoryCause)entry.Subject : Cause;
}
