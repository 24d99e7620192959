using Akka.Actor;
using Akka.Event;
using ConcurrentGc.Actors.Shells;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>
/// Makes a lost or misunderstood message a failure of the run. It is told on the publisher's own thread, so the world
/// stops before anything else happens.
/// </summary>
/// <param name="system">The world's system.</param>
/// <param name="site">What the roles share.</param>
#pragma warning disable MA0097 // Akka compares references; nobody sorts this one.
internal sealed class LostMessages(ExtendedActorSystem system, Site site) : MinimalActorRef
{
    /// <inheritdoc/>
    public override ActorPath Path { get; } = system.DeadLetters.Path / "lost";

    /// <inheritdoc/>
    public override IActorRefProvider Provider => system.Provider;

    /// <summary>Starts listening to dead letters of every kind, unhandled messages among them.</summary>
    public void Subscribe() => system.EventStream.Subscribe(this, typeof(AllDeadLetters));

    /// <inheritdoc/>
    protected override void TellInternal(object message, IActorRef sender)
    {
        if (message is AllDeadLetters lost and not SuppressedDeadLetter) // suppressed: Akka's own, nobody misses them
        {
            site.Fail(lost.Recipient.Path.Name, lost.Message, cause: null);
        }
    }
}
