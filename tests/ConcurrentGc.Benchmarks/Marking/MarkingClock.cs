using System.Runtime.InteropServices;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Benchmarks.Marking;

/// <summary>
/// Listens to a run record and reads the CPU time of its thread at the two ends of the parallel closure. With one marker
/// the main thread does all of it, and it is the main thread that records.
/// </summary>
internal sealed partial class MarkingClock : IRecordSink
{
    private const int ThreadCpuTime = 3; // CLOCK_THREAD_CPUTIME_ID of Linux

    private long _start;

    /// <summary>CPU nanoseconds of each closure, in order.</summary>
    public List<double> Closures { get; } = [];

    /// <summary>Objects marked in the last full collection.</summary>
    public long Objects { get; private set; }

    /// <summary>CPU nanoseconds of the calling thread.</summary>
    public static long ThreadNanoseconds() =>
        GetTime(ThreadCpuTime, out var time) == 0
            ? (time.Seconds * 1_000_000_000) + time.Nanoseconds
            : throw new PlatformNotSupportedException("The system has no CPU time of threads.");

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        var isClosure = entry.Subject == (long)CollectionPhase.MarkFullClosureParallel && entry.Actor == 0;
        switch (entry.Kind)
        {
            case EventKind.PhaseBegin when isClosure: _start = ThreadNanoseconds(); break;
            case EventKind.PhaseEnd when isClosure: Closures.Add(ThreadNanoseconds() - _start); break;
            case EventKind.Statistic when entry.Subject == (long)Statistic.ObjectsMarked: Objects = entry.Value; break;
            default: break;
        }
    }

    [LibraryImport("libc", EntryPoint = "clock_gettime")]
    [DefaultDllImportSearchPaths(DllImportSearchPath.SafeDirectories)]
    private static partial int GetTime(int clock, out TimeSpec time);

    [StructLayout(LayoutKind.Sequential)]
    private struct TimeSpec
    {
        public long Seconds;
        public long Nanoseconds;
    }
}
