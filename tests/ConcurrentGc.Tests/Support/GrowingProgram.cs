using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Tests.Support;

/// <summary>Makes a list longer, and between two of its nodes some garbage; for ever unless a length is given.</summary>
internal struct GrowingProgram : IProgram
{
    private readonly long _root;
    private readonly long _nodeBytes;
    private readonly int _garbage;
    private long _left;
    private int _garbageLeft;

    public GrowingProgram(SharedHeap heap, long nodeBytes, int garbage = 0, long length = long.MaxValue)
    {
        _root = heap.Side.Take(1);
        heap.Roots.Add(_root, 1);
        (_nodeBytes, _garbage, _left) = (nodeBytes, garbage, length);
    }

    public ProgramStop Run<TTurn>(ref ProgramContext context, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        var heap = turn.Heap;
        while (_left > 0)
        {
            if (!MutatorAllocator.TryAllocate(heap, ref context, _nodeBytes, out var node))
            {
                return ProgramStop.NeedsCollection;
            }

            heap.Owned(node) = ObjectHeader.Encode(LayoutKind.TaggedFields, (int)(_nodeBytes / 8), 1);
            for (var offset = 8L; offset < _nodeBytes; offset += 8)
            {
                heap.Owned(node + offset) = 0;
            }

            if (_garbageLeft-- == 0)
            {
                heap.Owned(node + 8) = heap.Owned(_root);
                heap.Owned(_root) = Tagged.FromAddress(node);
                (_garbageLeft, _left) = (_garbage, _left - 1);
            }

            if (!turn.Spend(Work.InstructionTurbofan, 1))
            {
                return ProgramStop.SliceEnd;
            }
        }

        return ProgramStop.Ended;
    }
}
