namespace ConcurrentGc.Orinoco.Hosting;

// Note [One shared access a step].
//
// A word is shared when another role can reach it in this phase and at least one of them writes it; the ownership table in
// ARCHITECTURE.md says which are. Between two calls of Spend a role makes at most one atomic operation on such a word, and
// what it does to words of its own belongs to the same step.
//
// Claim: a host that switches roles between steps, and nowhere else, produces every order of shared accesses that threads
// can produce. If a step made two of them, orders with another role's access in between would happen on threads only.
// A section under a lock is one step to take the lock and do the work, since the words there are the holder's own, and one
// step to release it.
//
// AccessCounter fails at the second access of a step; tests drive every role that way.

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
