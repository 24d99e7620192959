using System.Globalization;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// Writes V8's <c>--trace-gc-nvp</c> lines: the same fields in the same order with the same precision as V8 11.3, so
/// that tools which read V8's logs read these. One difference by intent: <c>allocated</c> is right during and after
/// marking too, where V8 counts from the end of an older event.
/// </summary>
/// <param name="output">Takes the lines.</param>
public sealed class TraceGcNvpWriter(TextWriter output) : ICycleWriter
{
    // V8 looks at the last five seconds of allocation.
    private const long AllocationFrame = 5_000_000_000;

    private readonly SpeedWindow _scavenges = new();
    private readonly SpeedWindow _allocation = new();
    private readonly SpeedWindow _compactions = new();
    private bool _hasAllocationSample;

    /// <inheritdoc/>
    public void Write(Cycle row)
    {
        AddSpeeds(row);
        var sample = new NvpSample(
            row,
            _scavenges.BytesPerMillisecond(),
            _allocation.BytesPerMillisecond(AllocationFrame),
            _compactions.BytesPerMillisecond());
        var isScavenge = row.Kind == CycleKind.Scavenge;
        output.Write(TraceIdentity.At(row.Isolate, row.PauseEnd));
        output.Write(string.Create(
            CultureInfo.InvariantCulture,
            $"pause={row.Pause / 1e6:F1} mutator={row.Mutator / 1e6:F1} gc={(isScavenge ? "s" : "mc")} reduce_memory=0"));
        foreach (var field in isScavenge ? ScavengeNvpFields.All : MarkCompactNvpFields.All)
        {
            output.Write(' ');
            output.Write(field.Show(sample));
        }

        output.Write('\n');
    }

    private void AddSpeeds(Cycle row)
    {
        if (row.Kind == CycleKind.Scavenge)
        {
            _scavenges.Add(row[Statistic.NewSizeBefore], row.Pause);
        }
        else if (row.Phases[CollectionPhase.EvacuateCopy] > 0)
        {
            _compactions.Add(
                row[Statistic.Promoted] + row[Statistic.Compacted], row.Phases[CollectionPhase.EvacuateCopy]);
        }

        // As in V8, the first interval only sets the clock.
        if (_hasAllocationSample)
        {
            _allocation.Add(row.Allocated, row.Mutator);
        }

        _hasAllocationSample = true;
    }
}
