using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Tests.Support;

/// <summary>
/// A mutator that keeps lists of array buffers in a few registers, fills each buffer with a byte of its own, and looks at old
/// ones again. A byte that changed ends the run.
/// </summary>
internal struct BufferProgram : IProgram
{
    public const int Registers = 6;
    private const int BufferWords = 11;
    private const int NodeWords = 3;
    private readonly long _registers;
    private readonly int _largestBytes;
    private SeededRandom _random;
    private int _buffersLeft;
    private int _bytes;
    private long _mark;

    public BufferProgram(SharedHeap heap, int buffers, ulong seed, int largestBytes)
    {
        _registers = heap.Side.Take(Registers);
        heap.Roots.Add(_registers, Registers, RootKind.Stack);
        _random = new SeededRandom(seed);
        (_buffersLeft, _largestBytes, _bytes) = (buffers, largestBytes, -1);
    }

    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        while (_buffersLeft > 0)
        {
            _bytes = _bytes < 0 ? _random.Next(_largestBytes + 1) : _bytes;
            if (!TryMake(turn.Heap, ref context))
            {
                return ProgramStop.NeedsCollection;
            }

            _bytes = -1;
            _buffersLeft--;
            Check(turn.Heap);
            if (!turn.Spend(Work.InstructionTurbofan, 1))
            {
                return ProgramStop.SliceEnd;
            }
        }

        return ProgramStop.Ended;
    }

    /// <summary>A buffer of the size at hand and a node that leads to it, in front of a list or in its place.</summary>
    private bool TryMake(SharedHeap heap, ref ProgramContext context)
    {
        const long bytes = 8 * (BufferWords + NodeWords);
        if (!MutatorAllocator.TryAllocate(heap, ref context, bytes, out var buffer))
        {
            return false;
        }

        heap.FreeList.Fill(buffer, bytes); // a gap, if it must be done again
        if (!ExternalAllocator.TryReserve(heap, ref context, _bytes))
        {
            return false;
        }

        var node = buffer + (8 * BufferWords);
        heap.Owned(buffer) = ObjectHeader.Encode(LayoutKind.ArrayBuffer, BufferWords, 1);
        for (var i = 1; i < BufferWords; i++)
        {
            heap.Owned(buffer + (8 * i)) = Tagged.Zero;
        }

        Fill(heap, buffer);
        ref var register = ref heap.Owned(_registers + (8 * _random.Next(Registers)));
        heap.Owned(node) = ObjectHeader.Encode(LayoutKind.TaggedFields, NodeWords, 2);
        heap.Owned(node + 8) = Tagged.FromAddress(buffer);
        heap.Owned(node + 16) = _random.Next(8) == 0 ? Tagged.Zero : register;
        register = Tagged.FromAddress(node);
        return true;
    }

    private void Fill(SharedHeap heap, long buffer)
    {
        if (_bytes == 0)
        {
            return;
        }

        var store = heap.External.TakeStore(buffer, _bytes);
        heap.Owned(buffer + (8 * BackingStore.BufferWord)) = store;
        var bytes = Bytes(heap, store);
        if (bytes.ContainsAnyExcept((byte)0))
        {
            throw new InvalidOperationException($"A fresh backing store at 0x{store:x} is not zero.");
        }

        bytes.Fill((byte)(++_mark & 255));
    }

    private void Check(SharedHeap heap)
    {
        var word = heap.Owned(_registers + (8 * _random.Next(Registers)));
        for (var steps = _random.Next(20); steps > 0 && Tagged.IsPointer(word); steps--)
        {
            var node = Tagged.Address(word);
            var store = heap.Owned(Tagged.Address(heap.Owned(node + 8)) + (8 * BackingStore.BufferWord));
            if (store != 0 && Bytes(heap, store) is var bytes && bytes.ContainsAnyExcept(bytes[0]))
            {
                throw new InvalidOperationException($"The backing store at 0x{store:x} is no more what it was.");
            }

            word = heap.Owned(node + 16);
        }
    }

    private static Span<byte> Bytes(SharedHeap heap, long store) => System.Runtime.InteropServices.MemoryMarshal.CreateSpan(
        ref Unsafe.As<long, byte>(ref heap.Owned(store + BackingStore.PrefixBytes)), (int)BackingStore.At(heap, store).Bytes);
}
