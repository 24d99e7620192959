using Akka.Event;
using ConcurrentGc.Actors.Shells;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>
/// Between the roles and the record's sink: one entry at a time, in the order of execution. Keeps the last ones
/// for a failure's report, and those that end programs.
/// </summary>
/// <param name="sink">Where entries go.</param>
/// <param name="log">Hears of cycles and phases.</param>
internal sealed class Journal(IRecordSink sink, ILoggingAdapter log)
{
    private const int TailLength = 20;

    private readonly Lock _appending = new(); // roles record rarely; on threads, several may at once
    private readonly Queue<RecordEntry> _tail = new(TailLength);
    private readonly List<RecordEntry> _programs = [];
    private bool _isClosed;

    /// <summary>Appends an entry at the role's present time; nothing once the journal is closed.</summary>
    public void Append<TPace>(in TPace pace, int isolate, int actor, EventKind kind, long epoch, long subject, long value)
        where TPace : struct, IPace
    {
        lock (_appending)
        {
            if (_isClosed)
            {
                return;
            }

            var entry = new RecordEntry(pace.Now, actor, kind, epoch, subject, value) { Isolate = isolate };
            if (_tail.Count == TailLength)
            {
                _tail.Dequeue();
            }

            _tail.Enqueue(entry);
            if (IsEnd(kind))
            {
                _programs.Add(entry);
            }

            sink.Append(in entry);
            Write(in entry);
        }
    }

    /// <summary>The last entries, oldest first.</summary>
    public IReadOnlyList<RecordEntry> Tail()
    {
        lock (_appending)
        {
            return [.. _tail];
        }
    }

    /// <summary>The entries that ended programs.</summary>
    public IReadOnlyList<RecordEntry> Programs()
    {
        lock (_appending)
        {
            return [.. _programs];
        }
    }

    /// <summary>The sink belongs to the caller again: not even a role that does not return can append to it.</summary>
    public void Close()
    {
        lock (_appending)
        {
            _isClosed = true;
        }
    }

    private static bool IsEnd(EventKind kind) =>
        kind is EventKind.ProgramEnd or EventKind.OutOfMemory or EventKind.UncaughtException or EventKind.Unsupported;

    private void Write(in RecordEntry entry)
    {
        if (!log.IsDebugEnabled)
        {
            return;
        }

        var (time, epoch, value) = (entry.Time, entry.Epoch, entry.Value);
        switch (entry.Kind)
        {
            case EventKind.CycleBegin or EventKind.CycleEnd:
                log.Debug("{Kind} {Cycle} of epoch {Epoch} at {Time} ns", entry.Kind, (CycleKind)entry.Subject, epoch, time);
                break;
            case EventKind.PhaseBegin or EventKind.PhaseEnd:
                log.Debug("{Kind} {Phase} of epoch {Epoch} at {Time} ns", entry.Kind, (CollectionPhase)entry.Subject, epoch, time);
                break;
            case var kind when IsEnd(kind):
                log.Debug("{Kind} of isolate {Isolate}, {Value}, at {Time} ns", entry.Kind, entry.Subject, value, time);
                break;
            default:
                break;
        }
    }
}
