using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Experiments.Workloads;

/// <summary>The stack of a synthetic program: frames of locals that hold the newest objects, all of them roots.</summary>
internal struct FrameStack
{
    private long _start;
    private int _range;
    private long _depth;
    private long _local;
    private long _objects;

    /// <summary>Takes the roots and enters the first frame.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="workload">Says how deep it gets.</param>
    public void SetUp(SharedHeap heap, Workload workload)
    {
        if (workload.FrameDepth > 0)
        {
            _start = heap.Side.Take((long)workload.FrameDepth * workload.FrameLocals);
            _range = heap.Roots.Add(_start, workload.FrameLocals);
            _depth = 1;
        }
    }

    /// <summary>A local of the top frame holds a new object; now and then the program calls or returns.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="workload">Says when.</param>
    /// <param name="random">Says which of the two.</param>
    /// <param name="address">The object.</param>
    public void Add(SharedHeap heap, Workload workload, ref RandomSequence random, long address)
    {
        if (_depth == 0)
        {
            return;
        }

        var frame = _start + ((_depth - 1) * workload.FrameLocals * 8);
        heap.Owned(frame + (_local * 8)) = Tagged.FromAddress(address);
        _local = (_local + 1) % workload.FrameLocals;
        if (++_objects < workload.FrameObjects)
        {
            return;
        }

        (_objects, _local) = (0, 0);
        var isCall = _depth == 1 || (_depth < workload.FrameDepth && random.NextBelow(2) == 0);
        if (!isCall)
        {
            Clear(heap, workload);
        }

        _depth += isCall ? 1 : _depth > 1 ? -1 : 0;
        heap.Roots.SetWords(_range, _depth * workload.FrameLocals);
    }

    private readonly void Clear(SharedHeap heap, Workload workload)
    {
        var frame = _start + ((_depth - 1) * workload.FrameLocals * 8);
        for (var local = 0; local < workload.FrameLocals; local++)
        {
            heap.Owned(frame + (local * 8)) = Tagged.Zero;
        }
    }
}
