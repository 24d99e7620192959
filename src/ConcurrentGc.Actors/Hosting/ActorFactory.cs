using Akka.Actor;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>Makes one actor when Akka is ready for it. Cheaper to start with than an expression that Akka takes apart.</summary>
/// <param name="type">What is made.</param>
/// <param name="produce">Makes it.</param>
internal sealed class ActorFactory(Type type, Func<ActorBase> produce) : IIndirectActorProducer
{
    /// <inheritdoc/>
    public Type ActorType { get; } = type;

    /// <summary>An actor's props.</summary>
    /// <param name="dispatcher">Where it runs.</param>
    /// <param name="produce">Makes it.</param>
    /// <typeparam name="TActor">What is made.</typeparam>
    public static Props Props<TActor>(string dispatcher, Func<TActor> produce) where TActor : ActorBase =>
        Akka.Actor.Props.CreateBy(new ActorFactory(typeof(TActor), produce)).WithDispatcher(dispatcher);

    /// <inheritdoc/>
    public ActorBase Produce() => produce();

    /// <inheritdoc/>
    public void Release(ActorBase actor)
    {
    }
}
