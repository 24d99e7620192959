using ConcurrentGc.Actors.Shells;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>A host as the world of one isolate sees it.</summary>
/// <param name="host">The host.</param>
/// <param name="place">What the isolate has for itself.</param>
internal sealed class IsolateHost(AkkaHost host, Place place) : IHost
{
    /// <inheritdoc/>
    public Address<TMessage> Add<TRole, TMessage>(string name, CoreGroup group, TRole role)
        where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged =>
        host.Add<TRole, TMessage>(place, name, group, role);

    /// <inheritdoc/>
    public void Post<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged =>
        host.Post(place, to, message);
}
