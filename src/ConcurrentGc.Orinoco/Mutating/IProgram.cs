using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>
/// What a mutator runs: JavaScript, a synthetic load, a trace, a litmus program. It is an unmanaged struct, a part of the
/// mutator's words: immutable text is reached through <see cref="ITurn.Tables"/>, everything that changes is words.
/// </summary>
public interface IProgram
{
    /// <summary>
    /// Runs from where it stopped, until <see cref="ITurn.Spend"/> ends the slice or, soon after its moment, somebody wants to
    /// interrupt it (<see cref="ProgramContext.IsInterrupted{TTurn}"/>). Whenever it returns it stands at a safepoint: every pointer that it will use again is
    /// in a word of a root range (see <c>RootSet</c>), and objects may have moved when it is called again.
    /// </summary>
    /// <param name="context">What the program and its mutator tell each other.</param>
    /// <param name="turn">The host.</param>
    /// <typeparam name="TTurn">The host's own struct.</typeparam>
    /// <returns>Why it stopped.</returns>
    ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct;
}
