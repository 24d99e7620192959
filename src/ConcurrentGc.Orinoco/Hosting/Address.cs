namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>Where messages of one protocol go: the actor's number in its world, the same under every host.</summary>
/// <param name="Index">Zero-based number, in the order of <c>IHost.Add</c>.</param>
/// <typeparam name="TMessage">The protocol, so that a message of another one does not compile.</typeparam>
public readonly record struct Address<TMessage>(int Index) where TMessage : unmanaged;
