namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>
/// A state machine that one actor runs. It is an unmanaged struct, so its fields are its whole state and a copy is a
/// snapshot: a role cannot hide a reference to the heap, to a host or to another actor.
/// </summary>
/// <remarks>
/// Between two calls of <see cref="ITurn.Spend"/> a role makes at most one shared access. See Note [One shared access a step].
/// </remarks>
/// <typeparam name="TMessage">The role's protocol.</typeparam>
public interface IRole<TMessage> where TMessage : unmanaged
{
    /// <summary>Takes one message.</summary>
    /// <param name="message">The message; a few words.</param>
    /// <param name="turn">What the host offers while this message is handled.</param>
    /// <typeparam name="TTurn">The host's own struct, so that the calls are direct and inlined.</typeparam>
    /// <returns>True: there is work, so <see cref="Step"/> must follow.</returns>
    bool Receive<TTurn>(in TMessage message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct;

    /// <summary>Works until <see cref="ITurn.Spend"/> ends the slice.</summary>
    /// <param name="turn">What the host offers during this slice.</param>
    /// <typeparam name="TTurn">The host's own struct, so that the calls are direct and inlined.</typeparam>
    /// <returns>True: there is work left, so the host calls <see cref="Step"/> again, after other messages.</returns>
    bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct;
}
