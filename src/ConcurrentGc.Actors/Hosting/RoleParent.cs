using Akka.Actor;
using ConcurrentGc.Actors.Shells;

namespace ConcurrentGc.Actors.Hosting;

// Note [No restart].
//
// Akka would restart a failed child: a fresh role with an empty worklist. What the old one had taken and not yet scanned
// would be forgotten, the cycle would end, and live objects would be freed. So the first failure stops the whole world,
// and the heap stays as it is for whoever looks into it.

/// <summary>The parent of all roles. Creates them, in order; stops them at the first failure. See Note [No restart].</summary>
/// <param name="site">What the roles share.</param>
/// <param name="roles">Name and making of each role, by number.</param>
/// <param name="started">Set when all roles exist.</param>
/// <param name="stopped">Set when the last role is gone: nobody touches the heap any more.</param>
internal sealed class RoleParent(
    Site site, IReadOnlyList<(string Name, Props Props)> roles, TaskCompletionSource started, TaskCompletionSource stopped)
    : UntypedActor
{
    /// <inheritdoc/>
    protected override void PreStart()
    {
        try
        {
            foreach (var (name, props) in roles)
            {
                site.Actors.Add(Context.ActorOf(props, name));
            }

            started.SetResult();
        }
        catch (Exception failure)
        {
            started.SetException(failure);
            throw;
        }
    }

    /// <inheritdoc/>
    protected override void PostStop() => stopped.TrySetResult();

    /// <inheritdoc/>
    protected override SupervisorStrategy SupervisorStrategy() => new OneForOneStrategy(failure =>
    {
        site.Fail(Sender.Path.Name, "its creation", failure); // the shell reports what happens in a message itself
        return Directive.Stop;
    });

    /// <inheritdoc/>
    protected override void OnReceive(object message) => Unhandled(message);
}
