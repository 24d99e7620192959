namespace ConcurrentGc.Exploration.Searching;

/// <summary>
/// What a search walks through: states, which are words, few or many (equal words are equal states), and for each the steps
/// that can come next. A space has scratch memory, so each thread has its own.
/// </summary>
public interface IStateSpace
{
    /// <summary>Gives every state that the search begins with, once each.</summary>
    /// <param name="sink">Takes them; their step is zero.</param>
    /// <typeparam name="TSink">The taker, so that the calls are direct and inlined.</typeparam>
    void Begin<TSink>(ref TSink sink) where TSink : struct, IStateSink, allows ref struct;

    /// <summary>Makes each step that is possible in a state, always in the same order.</summary>
    /// <param name="state">The state.</param>
    /// <param name="sink">Takes what each step leads to; false from it ends the expansion.</param>
    /// <typeparam name="TSink">The taker, so that the calls are direct and inlined.</typeparam>
    void Expand<TSink>(ReadOnlySpan<ulong> state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct;
}
