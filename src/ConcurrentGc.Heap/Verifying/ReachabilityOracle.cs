using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.External;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Heap.Verifying;

/// <summary>
/// Ground truth: a breadth-first walk from all root ranges. Tests and verification compare it with what a collector
/// kept; no collector reads it. Owner: the caller; every role stands.
/// </summary>
/// <param name="heap">The heap.</param>
public sealed class ReachabilityOracle(SharedHeap heap)
{
    private readonly List<long> _reached = [];
    private readonly List<long> _tables = [];
    private readonly List<long> _weak = [];
    private readonly HashSet<long> _visitedPairs = [];
    private readonly WordHash _hash = new();
    private int[] _numbers = [];
    private bool _withPayload;

    /// <summary>Addresses of the reachable objects of the last walk, in breadth-first order: an object's index is its number.</summary>
    public IReadOnlyList<long> Reached => _reached;

    /// <summary>Walks the graph.</summary>
    /// <param name="withPayload">
    /// Whether the fingerprint covers the contents of raw objects. A program that leaves them uninitialized says false.
    /// </param>
    /// <returns>Objects, bytes and fingerprint.</returns>
    /// <exception cref="CheckFailedException">A pointer leads out of the pages, or to a forwarded or unreadable header.</exception>
    public ReachableGraph Walk(bool withPayload = true)
    {
        Begin(withPayload);
        var bytes = 0L;
        for (var range = 0; range < heap.Roots.Count; range++)
        {
            VisitWords(heap.Roots.Start(range), heap.Roots.Words(range));
        }

        var next = 0;
        do
        {
            while (next < _reached.Count)
            {
                bytes += VisitObject(_reached[next++]);
            }

            _tables.ForEach(VisitPairs);
        }
        while (next < _reached.Count);

        _weak.ForEach(VisitWeakWords);
        return new ReachableGraph(_reached.Count, bytes, _hash.Finish());
    }

    private void Begin(bool withPayload)
    {
        _withPayload = withPayload;
        _tables.Clear();
        _weak.Clear();
        _visitedPairs.Clear();
        _reached.Clear();
        var words = (int)((heap.Control.PagesEverUsed << heap.Geometry.PageShift) >> 3);
        if (_numbers.Length < words)
        {
            _numbers = new int[words];
            return;
        }

        Array.Clear(_numbers);
    }

    private void VisitWords(long start, long count)
    {
        _hash.Append(count);
        for (var slot = start; slot < start + (count * 8); slot += 8)
        {
            var word = heap.Owned(slot);
            _hash.Append(Tagged.IsPointer(word) ? NumberOf(Tagged.Address(word), slot) : word);
        }
    }

    private long VisitObject(long address)
    {
        var header = heap.Owned(address);
        if (ObjectHeader.IsForwarded(header))
        {
            throw new CheckFailedException($"check failed: the oracle reached a forwarded object at 0x{address:x}.");
        }

        var bytes = ObjectHeader.SizeBytes(header, heap.Owned(address + ObjectHeader.Bytes));
        _hash.Append(header);
        if (ObjectHeader.Layout(header) == LayoutKind.ArrayBuffer)
        {
            VisitBuffer(address, bytes);
        }
        else if (ObjectHeader.HasTaggedWords(header))
        {
            var (first, end) = WeakWords.Strong(header, bytes);
            VisitWords(address + first, (end - first) / 8);
            NoteWeak(address, header);
        }
        else
        {
            VisitPayload(address, header, bytes);
        }

        return bytes;
    }

    /// <summary>An array buffer: its words, and the bytes of its backing store where their address stands.</summary>
    private unsafe void VisitBuffer(long address, long bytes)
    {
        const int storeOffset = BackingStore.BufferWord * 8;
        VisitWords(address + ObjectHeader.Bytes, BackingStore.BufferWord - 1);
        VisitWords(address + storeOffset + 8, (bytes - storeOffset - 8) / 8);
        var store = heap.Owned(address + storeOffset);
        var length = store == 0 ? 0 : BackingStore.At(heap, store).Bytes;
        _hash.Append(length);
        if (_withPayload && length > 0)
        {
            _hash.Append(new ReadOnlySpan<byte>(heap.Start + store + BackingStore.PrefixBytes, checked((int)length)));
        }
    }

    private void NoteWeak(long address, long header)
    {
        if (ObjectHeader.Layout(header) == LayoutKind.EphemeronTable)
        {
            _tables.Add(address);
        }
        else if (ObjectHeader.HasWeakWords(header))
        {
            _weak.Add(address);
        }
    }

    /// <summary>Values whose keys are reached; once a pair. Immortal keys are those of pairs that were never used.</summary>
    private void VisitPairs(long table)
    {
        var pairs = Tagged.ToInteger(heap.Owned(table + (WeakWords.TableCapacity * 8)));
        for (var pair = 0; pair < pairs; pair++)
        {
            var slot = table + ((WeakWords.TableFirstKey + (2 * pair)) * 8);
            var key = heap.Owned(slot);
            if (IsReached(key) && heap.Page(key).Space != (long)SpaceId.ReadOnly && _visitedPairs.Add(slot))
            {
                _hash.Append(NumberOf(Tagged.Address(key), slot));
                VisitWords(slot + 8, 1);
            }
        }
    }

    /// <summary>Weak words in the end: what they point to counts where it is reached anyway.</summary>
    private void VisitWeakWords(long address)
    {
        var (first, end) = WeakWords.Weak(heap.Owned(address));
        for (var slot = address + (first * 8); slot < address + (end * 8); slot += 8)
        {
            var word = heap.Owned(slot);
            _hash.Append(IsReached(word) ? NumberOf(Tagged.Address(word), slot) : 0);
        }
    }

    private bool IsReached(long word) =>
        Tagged.IsPointer(word) && IndexOf(Tagged.Address(word)) is var at && at >= 0 && at < _numbers.Length && _numbers[at] != 0;

    private unsafe void VisitPayload(long address, long header, long bytes)
    {
        var second = heap.Owned(address + ObjectHeader.Bytes);
        var (start, length) = ObjectHeader.Layout(header) switch
        {
            LayoutKind.RawByteArray => (ObjectHeader.ArrayPrefixBytes, second >>> 32),
            LayoutKind.RawTwoByteArray => (ObjectHeader.ArrayPrefixBytes, (second >>> 32) * 2),
            LayoutKind.RawWordArray => (ObjectHeader.ArrayPrefixBytes, bytes - ObjectHeader.ArrayPrefixBytes),
            LayoutKind.RawFields => (ObjectHeader.Bytes, bytes - ObjectHeader.Bytes),
            _ => throw new CheckFailedException($"check failed: the oracle reached a gap at 0x{address:x}."),
        };
        _hash.Append(start == ObjectHeader.ArrayPrefixBytes ? second : length);
        if (_withPayload && length > 0)
        {
            _hash.Append(new ReadOnlySpan<byte>(heap.Start + address + start, checked((int)length)));
        }
    }

    /// <summary>The tagged number of an object, which is reached by now: its place in the order, not its address.</summary>
    private long NumberOf(long address, long slot)
    {
        var at = IndexOf(address);
        if (at < 0 || at >= _numbers.Length || (address & 7) != 0)
        {
            throw new CheckFailedException($"check failed: the pointer 0x{address:x} at 0x{slot:x} leads out of the pages.");
        }

        ref var number = ref _numbers[at];
        if (number == 0)
        {
            _reached.Add(address);
            number = _reached.Count;
        }

        return Tagged.FromAddress((long)number << 3);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private long IndexOf(long address) => (address - heap.Layout.PagesStart) >> 3;
}
