using Akka.Actor;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Actors.Shells;

/// <summary>
/// The shell: hosts any role on Akka. One message in, one call of the role, at most one <see cref="Continue"/> out; on
/// threads the next slices of a world's only busy role follow at once, and a role that waits long for a lock continues later.
/// </summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <typeparam name="TMessage">The role's protocol.</typeparam>
/// <typeparam name="TPace">Threads or virtual time.</typeparam>
internal sealed class RoleActor<TRole, TMessage, TPace> : Shell
    where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged where TPace : struct, IPace
{
    private readonly Site _site;
    private Turn<TPace> _turn;
    private TRole _role;
    private Timer? _deferral;

    /// <summary>Hosts a role.</summary>
    /// <param name="role">Its initial state.</param>
    /// <param name="place">What its isolate has.</param>
    /// <param name="number">The actor's number in its world.</param>
    /// <param name="site">What all actors share.</param>
    /// <param name="pace">The role's clock and slices.</param>
    public RoleActor(TRole role, Place place, int number, Site site, TPace pace) : base(place.ActorOf(number))
    {
        (_role, _site, _turn) = (role, site, new Turn<TPace>(site, place, number, pace));
        site.Join(this);
    }

    /// <inheritdoc/>
    protected override void PreStart()
    {
        if (TPace.IsConcurrent)
        {
            _site.AwaitBeginning();
        }
    }

    /// <inheritdoc/>
    protected override void PostStop() => _deferral?.Dispose();

    /// <inheritdoc/>
    protected override void OnReceive(object message)
    {
        if (_site.IsStopped)
        {
            return;
        }

        try
        {
            Handle(message);
        }
        catch (Exception failure) when (_site.Fail(Self.Path.Name, message, failure))
        {
            throw; // to the supervisor, which stops this actor. See Note [No restart].
        }
    }

    private void Handle(object message)
    {
        ref var role = ref _role; // the role changes itself: a readonly field would be copied silently
        _site.Observe?.Invoke(Number, message);
        Handled++;
        IsRunning = true;
        HasWork &= message is not Continue;
        _turn.Begin();
        bool work;
        switch (message)
        {
            case TMessage known: work = role.Receive(in known, ref _turn); break;
            case Continue: work = GoOn(ref role); break;
            default: Unhandled(message); return;
        }

        _turn.End();
        IsRunning = false;
        if (work && !HasWork)
        {
            HasWork = true; // the Continue takes over the place of the message in the count
            if (_turn.Defers)
            {
                Defer();
            }
            else
            {
                Self.Tell(Continue.Instance, ActorRefs.NoSender);
            }
        }
        else
        {
            _turn.Rest();
            _site.Finish();
        }
    }

    /// <summary>
    /// One slice. On threads the next ones follow at once as long as no other message exists in the world: nobody waits, and
    /// to send itself a message would cost a microsecond a slice. In virtual time the pace does it: Note [Slices in a row].
    /// </summary>
    private bool GoOn(ref TRole role)
    {
        var work = role.Step(ref _turn);
        while (work && TPace.IsConcurrent && _site.IsAlone)
        {
            _turn.End();
            _turn.Begin();
            work = role.Step(ref _turn);
        }

        return work;
    }

    /// <summary>Tells itself to continue a millisecond later. Akka's own timers are ten times as coarse.</summary>
    private void Defer()
    {
        var self = Self; // the timer's thread has no context
        _deferral ??= new Timer(_ => self.Tell(Continue.Instance, ActorRefs.NoSender));
        _deferral.Change(dueTime: 1, Timeout.Infinite);
    }
}
