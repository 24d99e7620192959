using System.Collections.Concurrent;
using System.Runtime.InteropServices;
using Akka.Actor;
using ConcurrentGc.Actors.Hosting;

namespace ConcurrentGc.Actors.Shells;

/// <summary>What all actors of a host share, whatever isolate they are of.</summary>
/// <param name="journal">Takes what roles record.</param>
internal sealed class Site(Journal journal)
{
    // Note [Messages in flight].
    //
    // The world is at rest when no message waits and no role runs. A message counts from the moment it is sent, or is
    // promised for later, until its handling is over; a Continue takes over the place of the message that caused it. Whatever a role sends while it
    // handles a message is counted before that message is uncounted, so the count reaches zero exactly once: when nobody
    // is left who could send. That is the end of a world on threads, and finds a protocol that waits for ever.
    private Count _inFlight;
    private readonly ConcurrentDictionary<int, Shell> _shells = new();
    private readonly TaskCompletionSource _begun = new();
    private volatile bool _isStopped;
    private RunFailure? _failure;

    /// <summary>Takes what roles record.</summary>
    public Journal Journal { get; } = journal;

    /// <summary>By number. Complete before the first message is sent.</summary>
    public List<IActorRef> Actors { get; } = [];

    /// <summary>Hears of each message before its actor does; null: nobody.</summary>
    public Action<int, object>? Observe { get; init; }

    /// <summary>Decides for an actor among a number of options; null: always the first.</summary>
    public Func<int, int, int>? Choose { get; init; }

    /// <summary>Called once when the world comes to rest or is stopped, by whichever thread saw it.</summary>
    public Action? Ended { get; init; }

    /// <summary>From now on every message is dropped. Only ever changes to true.</summary>
    public bool IsStopped => _isStopped;

    /// <summary>The first failure; null: none so far.</summary>
    public RunFailure? Failure => Volatile.Read(ref _failure);

    /// <summary>Messages that wait or are being handled. See Note [Messages in flight].</summary>
    public long InFlight => Volatile.Read(ref _inFlight.Value);

    /// <summary>
    /// Whether the message that the caller handles is the only one in the world, so that nobody else can have work.
    /// </summary>
    public bool IsAlone => InFlight == 1 && !_isStopped;

    /// <summary>How many messages all actors handled so far.</summary>
    public long Handled => _shells.Values.Sum(shell => shell.Handled);

    /// <summary>A shell was created.</summary>
    /// <param name="shell">The shell.</param>
    public void Join(Shell shell) => _shells[shell.Number] = shell;

    /// <summary>What an actor is at, in a few words. From any thread.</summary>
    /// <param name="number">The actor's number.</param>
    public string Describe(int number) => _shells.TryGetValue(number, out var shell) ? shell.Describe() : "not created";

    /// <summary>
    /// Sends the first messages and lets the world begin. On threads, no actor runs before all of them are sent.
    /// </summary>
    /// <param name="posts">Receivers and messages.</param>
    public void Begin(IEnumerable<(int To, object Message)> posts)
    {
        Interlocked.Increment(ref _inFlight.Value); // the world is not at rest while it is being set up
        foreach (var (to, message) in posts)
        {
            Send(to, message);
        }

        _begun.TrySetResult();
        Finish();
    }

    /// <summary>Waits for the beginning: the only wait in an actor's life, before its first message.</summary>
    public void AwaitBeginning() => _begun.Task.Wait();

    /// <summary>Sends a message.</summary>
    /// <param name="to">The receiver's number.</param>
    /// <param name="message">The message.</param>
    public void Send(int to, object message)
    {
        Interlocked.Increment(ref _inFlight.Value);
        Actors[to].Tell(message, ActorRefs.NoSender);
    }

    /// <summary>Counts a message that is sent later: the world does not come to rest before.</summary>
    /// <param name="to">The receiver's number.</param>
    /// <param name="message">The message.</param>
    /// <returns>Sends it, unless the world was stopped; from any thread.</returns>
    public Action Promise(int to, object message)
    {
        Interlocked.Increment(ref _inFlight.Value);
        return () =>
        {
            if (!_isStopped)
            {
                Actors[to].Tell(message, ActorRefs.NoSender);
            }
        };
    }

    /// <summary>A message was handled and left no work.</summary>
    public void Finish()
    {
        if (Interlocked.Decrement(ref _inFlight.Value) == 0)
        {
            Ended?.Invoke();
        }
    }

    /// <summary>Ends the world: roles finish the message that they are handling and take no further one.</summary>
    public void Stop()
    {
        _isStopped = true;
        _begun.TrySetResult();
        Ended?.Invoke();
    }

    /// <summary>Stops the world for good. The first failure is kept.</summary>
    /// <param name="actor">The failed actor's name.</param>
    /// <param name="message">What it was handling, or what was lost on the way to it.</param>
    /// <param name="cause">What was thrown; null: the message was lost.</param>
    /// <returns>False, for use in an exception filter.</returns>
    public bool Fail(string actor, object message, Exception? cause)
    {
        if (!_isStopped)
        {
            var failure = new RunFailure(actor, message.ToString() ?? "", cause, Journal.Tail());
            Interlocked.CompareExchange(ref _failure, failure, null);
            Stop();
        }

        return false;
    }

    /// <summary>A counter on cache lines of its own: every thread writes it, and reads its neighbors all the time.</summary>
    [StructLayout(LayoutKind.Explicit, Size = 256)]
    private struct Count
    {
        [FieldOffset(128)]
        public long Value;
    }
}
