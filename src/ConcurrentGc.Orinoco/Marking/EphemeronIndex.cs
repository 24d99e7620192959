using System.Numerics;
using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;

namespace ConcurrentGc.Orinoco.Marking;

/// <summary>
/// Pairs of ephemeron tables by their keys: a hash table in the side region. Owner: the collector while it notes pairs, then
/// marker 0; the mutators stand. See Note [Ephemerons].
/// </summary>
/// <param name="heap">The heap.</param>
/// <param name="state">Byte offset of its words.</param>
internal readonly struct EphemeronIndex(SharedHeap heap, long state)
{
    private const int PairWords = 3;
    private const long LeastSlots = 64;
    private const ulong Multiplier = 0x9E37_79B9_7F4A_7C15; // 2^64 over the golden ratio

    private ref EphemeronIndexState State => ref Unsafe.As<long, EphemeronIndexState>(ref heap.Owned(state));

    /// <summary>Takes the words of an empty index.</summary>
    /// <param name="heap">The heap.</param>
    /// <returns>Their byte offset.</returns>
    public static long Take(SharedHeap heap) => heap.Side.Take(Unsafe.SizeOf<EphemeronIndexState>() / sizeof(long));

    /// <summary>Forgets all pairs and makes room.</summary>
    /// <param name="pairs">Most pairs that will be noted.</param>
    public unsafe void Clear(long pairs)
    {
        if (State.Slots < pairs || State.Slots == 0)
        {
            State.Slots = (long)BitOperations.RoundUpToPowerOf2((ulong)Math.Max(pairs, LeastSlots));
            State.FirstSlot = heap.Side.Take(State.Slots);
            State.FirstPair = heap.Side.Take(State.Slots * PairWords);
        }

        new Span<long>(heap.Start + State.FirstSlot, (int)State.Slots).Clear();
        State.Count = 0;
    }

    /// <summary>Notes a pair.</summary>
    /// <param name="key">Address of its key.</param>
    /// <param name="value">Address of its value.</param>
    public void Add(long key, long value)
    {
        ref var slot = ref heap.Owned(SlotOf(key));
        var pair = ++State.Count;
        var words = AddressOf(pair);
        (heap.Owned(words), heap.Owned(words + 8), heap.Owned(words + 16)) = (key, value, slot);
        slot = pair;
    }

    /// <summary>The first pair of a key.</summary>
    /// <param name="key">Address of any object.</param>
    /// <returns>Its number; zero: the object is no key.</returns>
    public long First(long key) => WithKey(heap.Owned(SlotOf(key)), key);

    /// <summary>The next pair of the same key.</summary>
    /// <param name="pair">Number of a pair.</param>
    /// <returns>Its number; zero: there is none.</returns>
    public long Next(long pair) => WithKey(heap.Owned(AddressOf(pair) + 16), heap.Owned(AddressOf(pair)));

    /// <summary>Address of the value of a pair.</summary>
    /// <param name="pair">Its number.</param>
    public long Value(long pair) => heap.Owned(AddressOf(pair) + 8);

    private long WithKey(long pair, long key)
    {
        while (pair != 0 && heap.Owned(AddressOf(pair)) != key)
        {
            pair = heap.Owned(AddressOf(pair) + 16);
        }

        return pair;
    }

    private long SlotOf(long key)
    {
        var hash = ((ulong)key >> 3) * Multiplier;
        return State.FirstSlot + ((long)(hash >> (64 - BitOperations.Log2((ulong)State.Slots))) * sizeof(long));
    }

    private long AddressOf(long pair) => State.FirstPair + ((pair - 1) * PairWords * sizeof(long));
}
