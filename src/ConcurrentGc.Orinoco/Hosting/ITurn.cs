using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Orinoco.Hosting;

/// <summary>
/// The host, as a role sees it during one message or slice: heap, outbox, pace, cost account, choices and record in one
/// type parameter. Each host brings its own struct; the JIT inlines it.
/// </summary>
public interface ITurn
{
    /// <summary>The modeled heap that every role of the world shares.</summary>
    SharedHeap Heap { get; }

    /// <summary>What is immutable and too big for words: program text, names, sinks. Never part of a snapshot.</summary>
    WorldTables Tables { get; }

    /// <summary>
    /// Nanoseconds since the world began: virtual time, wall time or steps, as the host counts. While a role runs:
    /// the start of its slice plus what it spent so far.
    /// </summary>
    long Now { get; }

    /// <summary>Sends after the work that was spent before. Never blocks; a lost message stops the run.</summary>
    /// <param name="to">The receiving actor.</param>
    /// <param name="message">The message; it is copied.</param>
    /// <typeparam name="TMessage">The receiver's protocol.</typeparam>
    void Send<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged;

    /// <summary>
    /// Sends after a while; until the message arrives, the world is not at rest. It may arrive late, never early.
    /// </summary>
    /// <param name="to">The receiving actor.</param>
    /// <param name="message">The message; it is copied.</param>
    /// <param name="nanoseconds">From now, on the host's clock; from zero.</param>
    /// <typeparam name="TMessage">The receiver's protocol.</typeparam>
    void SendLater<TMessage>(Address<TMessage> to, in TMessage message, long nanoseconds) where TMessage : unmanaged;

    /// <summary>Pays for work and asks whether to go on.</summary>
    /// <param name="work">What was done; a machine file prices it.</param>
    /// <param name="amount">How much of it, in the unit of <paramref name="work"/>; zero is allowed.</param>
    /// <returns>
    /// False: return from the role now. After every call when exploring; after n objects or some virtual time otherwise.
    /// </returns>
    bool Spend(Work work, long amount);

    /// <summary>Pays for work that is no place to stop at.</summary>
    /// <param name="work">What was done; a machine file prices it.</param>
    /// <param name="amount">How much of it, in the unit of <paramref name="work"/>.</param>
    void Pay(Work work, long amount);

    /// <summary>A choice that the host makes: a part of the schedule, recorded and replayed.</summary>
    /// <param name="options">How many there are, at least one.</param>
    /// <returns>From zero up to, not including, <paramref name="options"/>. Zero where nothing explores.</returns>
    int Choose(int options);

    /// <summary>Appends to the run record; the host adds time and actor.</summary>
    /// <param name="kind">What happened.</param>
    /// <param name="epoch">The cycle it belongs to, from one; zero outside any cycle.</param>
    /// <param name="subject">A phase, a statistic, a cause: see <see cref="EventKind"/>.</param>
    /// <param name="value">A number in the unit that the subject names.</param>
    void Record(EventKind kind, long epoch, long subject, long value);
}
