using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;
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

        for (var next = 0; next < _reached.Count; next++)
        {
            bytes += VisitObject(_reached[next]);
        }

        return new ReachableGraph(_reached.Count, bytes, _hash.Finish());
    }

    private void Begin(bool withPayload)
    {
        _withPayload = withPayload;
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
        if (ObjectHeader.HasTaggedWords(header))
        {
            var first = ObjectHeader.FirstTaggedOffset(header);
            VisitWords(address + first, (bytes - first) / 8);
        }
        else
        {
            VisitPayload(address, header, bytes);
        }

        return bytes;
    }

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
