using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Actors.Shells;

/// <summary>The host, as one role sees it. One a shell; it lives from slice to slice.</summary>
/// <param name="site">What all actors share.</param>
/// <param name="place">What its isolate has.</param>
/// <param name="actor">The role's number in its world.</param>
/// <param name="pace">The role's clock and slices.</param>
/// <typeparam name="TPace">Threads or virtual time.</typeparam>
internal struct Turn<TPace>(Site site, Place place, int actor, TPace pace) : ITurn where TPace : struct, IPace
{
    private readonly Site _site = site;
    private readonly Place _place = place;
    private readonly SharedHeap _heap = place.Heap;
    private readonly int _actor = actor;
    private TPace _pace = pace;

    /// <inheritdoc/>
    public readonly SharedHeap Heap => _heap;

    /// <inheritdoc/>
    public readonly WorldTables Tables => _place.Tables;

    /// <inheritdoc/>
    public readonly long Now => _pace.Now;

    /// <summary>Starts a slice.</summary>
    public void Begin()
    {
        ref var own = ref _pace; // it changes itself: a readonly field would be copied silently
        own.Begin();
    }

    /// <summary>Ends it: the clock passes what was paid.</summary>
    public void End() => _pace.End();

    /// <summary>After a slice: nothing is left to do.</summary>
    public readonly void Rest() => _place.Rest(_pace.Now);

    /// <summary>Between two slices: whether the next one begins later. See Note [Waiting for a lock].</summary>
    public readonly bool Defers => _pace.Defers;

    /// <inheritdoc/>
    public void Send<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged
    {
        _pace.Settle();
        _site.Send(_place.ActorOf(to.Index), message);
    }

    /// <inheritdoc/>
    public void SendLater<TMessage>(Address<TMessage> to, in TMessage message, long nanoseconds) where TMessage : unmanaged
    {
        _pace.Settle();
        _pace.Later(nanoseconds, _site.Promise(_place.ActorOf(to.Index), message));
    }

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public bool Spend(Work work, long amount) => _pace.Spend(work, amount);

    /// <inheritdoc/>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Pay(Work work, long amount) => _pace.Pay(work, amount);

    /// <inheritdoc/>
    public readonly int Choose(int options) => _site.Choose is { } choose ? choose(_place.ActorOf(_actor), options) : 0;

    /// <inheritdoc/>
    public readonly void Record(EventKind kind, long epoch, long subject, long value) =>
        _site.Journal.Append(
            in _pace,
            _place.Isolate,
            _actor,
            kind,
            epoch,
            subject,
            kind is EventKind.PhaseBegin or EventKind.PhaseEnd ? _pace.Worked : value);
}
