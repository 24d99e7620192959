using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>
/// The third host: makes one step of one actor at a time, of whichever actor it is told. Roles and mailboxes are words of
/// the heap's side region, so that the heap's range is the whole state and a copy of it is a snapshot.
/// </summary>
public sealed class ExploreHost : IHost
{
    // Note [What a step is].
    //
    // An actor has one thing to do next: the first entry of its mailbox, as under Akka, where an actor that has work left
    // sends itself a message to continue. So a schedule is a list of actors, with the choices that a role asked for.
    // A step takes one message or makes one step of work, with at most one shared access (the counter fails the second).
    // Actors of one main thread take turns at safepoints only: while one of them has work and does not stand at one, no
    // other of its thread is enabled.
    // A main thread may have a store buffer, which is an actor too: see Note [Store buffers of cores].
    // The clock stands still: what depends on time is decided as if all happened at once. A message that is sent for later
    // may come at any time after.

    private readonly List<Seat> _seats = [];
    private readonly List<CoreBufferSeat> _buffers = [];
    private readonly AccessCounter? _counter;
    private long _word;
    private bool _writes;
    private bool _isSpent;
    private ulong _receivers;

    /// <summary>A host without actors.</summary>
    /// <param name="heap">Their heap; its side region has room for them.</param>
    /// <param name="counter">Counts accesses; null: nobody counts.</param>
    public ExploreHost(SharedHeap heap, AccessCounter? counter = null) => (Heap, _counter) = (heap, counter);

    /// <summary>The heap.</summary>
    public SharedHeap Heap { get; }

    /// <summary>What roles reach by number.</summary>
    public WorldTables Tables { get; } = new();

    /// <summary>What the step at hand chose; see <see cref="StepChoices"/>.</summary>
    public StepChoices Choices { get; } = new();

    /// <summary>Whether words of roles that decide nothing any more stay as they are. See Note [Dead words].</summary>
    public bool KeepsDeadWords { get; init; }

    /// <summary>Takes the events of steps; null: nobody wants them.</summary>
    public IRecordSink? Record { get; set; }

    /// <summary>Names of the actors, by number.</summary>
    public IReadOnlyList<string> Actors => [.. _seats.Select(seat => seat.Name)];

    /// <summary>How many actors there are.</summary>
    public int Count => _seats.Count;

    /// <summary>Steps that were made; not a part of the state.</summary>
    public long Steps { get; set; }

    /// <inheritdoc/>
    public Address<TMessage> Add<TRole, TMessage>(string name, CoreGroup group, TRole role)
        where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged
    {
        _seats.Add(new RoleSeat<TRole, TMessage>(this, _seats.Count, name, group, role));
        return new Address<TMessage>(_seats.Count - 1);
    }

    /// <inheritdoc/>
    public void Post<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged =>
        Mailbox<TMessage>(to).Enqueue(in message);

    /// <summary>Gives a main thread a store buffer: the memory model is x86-TSO for the actors of that thread.</summary>
    /// <param name="thread">The main thread; one of its actors may do nothing before this.</param>
    /// <exception cref="ArgumentException">It is none, or nobody notes what a step accesses.</exception>
    public void AddStoreBuffer(CoreGroup thread)
    {
        if (thread.IsHelpers || _counter is null)
        {
            throw new ArgumentException("A store buffer is for a main thread, under a host that counts accesses.", nameof(thread));
        }

        var buffer = new CoreBufferSeat(Heap, thread);
        _seats.Add(buffer);
        _buffers.Add(buffer);
    }

    /// <summary>The actors that have something to do.</summary>
    /// <param name="enabled">Gets their numbers, rising; as long as there are actors.</param>
    /// <returns>How many they are.</returns>
    public int Enabled(Span<int> enabled)
    {
        var count = 0;
        for (var i = 0; i < _seats.Count; i++)
        {
            if (_seats[i].IsEnabled && !MustWait(i))
            {
                enabled[count++] = i;
            }
        }

        return count;
    }

    /// <summary>What can be seen of an actor now.</summary>
    /// <param name="actor">Its number.</param>
    public SeatView View(int actor) => _seats[actor].View;

    /// <summary>Makes the next step of an actor that has something to do.</summary>
    /// <param name="actor">Its number.</param>
    /// <exception cref="CheckFailedException">A rule of the heap or of the host broke.</exception>
    public void Step(int actor)
    {
        _counter?.Reset();
        (_word, _writes, _receivers, _isSpent) = (Footprint.NoWord, false, 0, false);
        Choices.Begin();
        var buffer = BufferOf(_seats[actor].Group);
        buffer?.Overlay();
        try
        {
            _seats[actor].Run();
        }
        finally
        {
            buffer?.TakeBack(_counter!);
        }

        if (!_isSpent)
        {
            NoteAccess();
        }

        Steps++;
    }

    /// <summary>Whether somebody counts accesses, so that a step has a footprint; not where a step's stores come later.</summary>
    public bool HasFootprints => _counter is not null && Checks.Enabled && _buffers.Count == 0 && _seats.Count <= Footprint.MostActors;

    /// <summary>What the last step touched, which was one of an actor.</summary>
    /// <param name="actor">Its number.</param>
    /// <param name="changed">Bits of the words that are different now.</param>
    public Footprint FootprintOf(int actor, ulong changed) => new(actor, _word, _writes, changed, _receivers, _seats[actor].Reach);

    /// <summary>Whether a word is an actor's own: of its role or its mailbox.</summary>
    /// <param name="address">The word.</param>
    public bool IsSeat(long address) => _seats.Exists(seat => address >= seat.Start && address < seat.End);

    /// <summary>The step has made its access, if it makes one: any other fails.</summary>
    internal void EndAccess()
    {
        NoteAccess();
        _isSpent = true;
        _counter?.Close();
    }

    internal void Send<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged
    {
        _receivers |= 1UL << to.Index;
        Mailbox(to).Enqueue(in message);
    }

    private IMailbox<TMessage> Mailbox<TMessage>(Address<TMessage> of) where TMessage : unmanaged =>
        (IMailbox<TMessage>)_seats[of.Index];

    private void NoteAccess()
    {
        if (_counter is { Count: > 0 } counter)
        {
            (_word, _writes) = (counter.LastAddress, counter.Kind != AccessKind.Load);
        }
    }

    /// <summary>Whether another actor of the same main thread may not be interrupted now.</summary>
    private bool MustWait(int actor)
    {
        var group = _seats[actor].Group;
        for (var i = 0; i < _seats.Count && !group.IsHelpers; i++)
        {
            if (i != actor && _seats[i].Group == group && _seats[i].HoldsMainThread)
            {
                return true;
            }
        }

        return false;
    }

    private CoreBufferSeat? BufferOf(CoreGroup group)
    {
        foreach (var buffer in _buffers)
        {
            if (buffer.Thread == group)
            {
                return buffer;
            }
        }

        return null;
    }
}
