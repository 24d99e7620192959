using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>
/// The store buffer of the core that runs a main thread. A step of it writes the oldest store to memory. Its words: how many
/// stores wait, then address and value of each, oldest first, and zeros.
/// </summary>
internal sealed class CoreBufferSeat : Seat
{
    // Note [Store buffers of cores].
    //
    // Under the memory model x86-TSO (Sewell et al., CACM 2010) a core's stores pass through a buffer, first in, first out.
    // The core itself sees them at once, others when they reach memory, at any time later; a locked instruction and a fence
    // empty the buffer first. Roles know nothing of it: they name the strength of each access, and this host does the rest.
    //
    //   1. before a step of an actor of the thread, what is buffered is laid over memory, so that the step sees it
    //   2. the step runs, with at most one shared access, which the counter notes
    //   3. an atomic read-modify-write or a fence: what is there stays there, and the buffer is empty
    //   4. anything else: the buffered words are what they were before 1, and a store of the step is put at the end
    //
    // The buffer is an actor that can make a step whenever a store waits, so a search drains it at every possible time. A store
    // that finds it full writes the oldest one first; more room than that is another machine, of which nothing is said. No
    // race of the catalog fills it: with room for eight, searches meet as many states.
    // Owned words go to memory at once: nobody else looks at them in this phase. A word that waits in the buffer and is owned
    // now is stored through the buffer all the same, else the older store would come last.
    // Mailboxes and roles are the host's, not the machine's. A message is no fence, and it overtakes the stores that wait: on
    // x86 one that is itself an ordinary store would come behind them. So what is safe here is safe there, however an answer
    // travels. Helpers have no buffer.

    private const int Capacity = 4;
    private readonly SharedHeap _heap;
    private readonly long _at;
    private readonly long[] _below = new long[Capacity];
    private readonly long[] _above = new long[Capacity];

    /// <summary>An empty buffer.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="thread">The main thread.</param>
    public CoreBufferSeat(SharedHeap heap, CoreGroup thread)
        : base($"store-buffer-{thread.Isolate}", CoreGroup.Helpers) // it waits for nobody
    {
        (_heap, Thread) = (heap, thread);
        _at = heap.Side.Take(1 + (2 * Capacity));
    }

    /// <summary>The thread whose stores pass through.</summary>
    public CoreGroup Thread { get; }

    public override long Start => _at;

    public override long End => _at + ((1 + (2 * Capacity)) * sizeof(long));

    public override FootprintReach Reach => FootprintReach.Everything;

    public override bool IsEnabled => Count != 0;

    public override bool HoldsMainThread => false;

    public override SeatView View
    {
        get
        {
            var stores = new BufferedStore[Count];
            for (var i = 0; i < stores.Length; i++)
            {
                stores[i] = new BufferedStore(Address(i), Value(i));
            }

            return new SeatView(new BufferedStores(stores), Next: null, Waiting: []);
        }
    }

    private ref long Count => ref _heap.Owned(_at);

    /// <summary>Writes the oldest store to memory.</summary>
    public override void Run()
    {
        _heap.Owned(Address(0)) = Value(0);
        var last = --Count;
        for (var i = 0L; i < last; i++)
        {
            (Address(i), Value(i)) = (Address(i + 1), Value(i + 1));
        }

        (Address(last), Value(last)) = (0, 0);
    }

    /// <summary>Lays the stores over memory, for a step of the thread.</summary>
    public void Overlay()
    {
        for (var i = 0; i < Count; i++)
        {
            ref var word = ref _heap.Owned(Address(i));
            (_below[i], word) = (word, Value(i));
        }
    }

    /// <summary>Behind the step: takes them back and adds its own, or leaves all of them in memory.</summary>
    /// <param name="access">What the step did.</param>
    public void TakeBack(AccessCounter access)
    {
        if (access.HasFence || access.Kind == AccessKind.ReadModifyWrite)
        {
            Empty();
            return;
        }

        var count = Count;
        for (var i = 0; i < count; i++)
        {
            _above[i] = _heap.Owned(Address(i));
        }

        var stored = access.Kind == AccessKind.Store ? access.LastAddress : 0;
        var value = stored == 0 ? 0 : _heap.Owned(stored);
        if (stored != 0)
        {
            _heap.Owned(stored) = access.Before;
        }

        for (var i = count - 1; i >= 0; i--)
        {
            _heap.Owned(Address(i)) = _below[i];
        }

        AddOwned(count, stored);
        if (stored != 0)
        {
            Add(stored, value);
        }
    }

    /// <summary>Stores of the step to words that wait already.</summary>
    private void AddOwned(long count, long stored)
    {
        Span<BufferedStore> changed = stackalloc BufferedStore[Capacity];
        var length = 0;
        for (var i = 0L; i < count; i++)
        {
            if (_above[i] != Value(i) && Address(i) != stored && IsNewest(i, count))
            {
                changed[length++] = new BufferedStore(Address(i), _above[i]);
            }
        }

        foreach (var store in changed[..length])
        {
            Add(store.Address, store.Value);
        }
    }

    private bool IsNewest(long entry, long count)
    {
        for (var i = entry + 1; i < count; i++)
        {
            if (Address(i) == Address(entry))
            {
                return false;
            }
        }

        return true;
    }

    private void Add(long address, long value)
    {
        if (Count == Capacity)
        {
            Run();
        }

        (Address(Count), Value(Count)) = (address, value);
        Count++;
    }

    private void Empty()
    {
        for (var i = 0L; i < Count; i++)
        {
            (Address(i), Value(i)) = (0, 0);
        }

        Count = 0;
    }

    private ref long Address(long entry) => ref _heap.Owned(_at + ((1 + (2 * entry)) * sizeof(long)));

    private ref long Value(long entry) => ref _heap.Owned(_at + ((2 + (2 * entry)) * sizeof(long)));
}
