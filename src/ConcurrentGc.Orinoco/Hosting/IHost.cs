namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>Collects roles into a world, so that a world is written once, as a method over this interface.</summary>
public interface IHost
{
    /// <summary>Adds an actor. Its number is the count of actors added before.</summary>
    /// <param name="name">Stable and unique, such as <c>marker-0</c>.</param>
    /// <param name="group">The core group it runs on: see <see cref="CoreGroup"/>.</param>
    /// <param name="role">Its initial state.</param>
    /// <typeparam name="TRole">The role.</typeparam>
    /// <typeparam name="TMessage">The role's protocol.</typeparam>
    /// <returns>Where its messages go.</returns>
    Address<TMessage> Add<TRole, TMessage>(string name, CoreGroup group, TRole role)
        where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged;

    /// <summary>A message that is there before anything runs.</summary>
    /// <param name="to">The receiving actor.</param>
    /// <param name="message">The message.</param>
    /// <typeparam name="TMessage">The receiver's protocol.</typeparam>
    void Post<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged;
}
