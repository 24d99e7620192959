namespace ConcurrentGc.Exploration.Hosting;

/// <summary>Where messages of a protocol wait.</summary>
/// <typeparam name="TMessage">The protocol.</typeparam>
internal interface IMailbox<TMessage> where TMessage : unmanaged
{
    /// <summary>Adds a message behind all others.</summary>
    void Enqueue(in TMessage message);
}
