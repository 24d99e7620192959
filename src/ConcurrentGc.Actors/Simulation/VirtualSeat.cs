using Akka.Actor;

namespace ConcurrentGc.Actors.Simulation;

/// <summary>An actor's place at its dispatcher: the messages that arrived and wait for a core. On the loop only.</summary>
internal sealed class VirtualSeat
{
    private readonly VirtualDispatcher _dispatcher;
    private readonly Queue<Envelope> _waiting = [];
    private bool _isTaken;

    /// <summary>An empty seat.</summary>
    /// <param name="cell">The actor.</param>
    /// <param name="dispatcher">Its core group.</param>
    public VirtualSeat(ActorCell cell, VirtualDispatcher dispatcher) =>
        (Cell, _dispatcher, Leave) = (cell, dispatcher, LeaveCore);

    /// <summary>The actor.</summary>
    public ActorCell Cell { get; }

    /// <summary>Whether messages wait.</summary>
    public bool HasWaiting => _waiting.Count > 0;

    /// <summary>The slice is over: the core is free, and so is the actor. One delegate for all slices.</summary>
    public Action Leave { get; }

    /// <summary>A message is due.</summary>
    /// <param name="message">The message.</param>
    public void Arrive(Envelope message)
    {
        _waiting.Enqueue(message);
        Claim();
    }

    /// <summary>The message that waits longest.</summary>
    public Envelope Take() => _waiting.Dequeue();

    private void LeaveCore()
    {
        _isTaken = false;
        _dispatcher.Free();
        Claim();
    }

    private void Claim()
    {
        if (!_isTaken && HasWaiting)
        {
            _isTaken = true;
            _dispatcher.Claim(this);
        }
    }
}
