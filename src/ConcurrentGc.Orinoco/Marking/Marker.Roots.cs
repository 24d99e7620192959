using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Roots;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>
/// Roots: at the start of marking all but the stacks, in the pause all of them. See Note [Snapshot at the start] for who has
/// them at the start, too.
/// </content>
public partial struct Marker
{
    private bool SayRootsVisited<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _state = MarkerState.Idle;
        turn.Send(_collector, new CollectorMessage(CollectorVerb.RootsVisited, _epoch, _number));
        return false;
    }

    /// <summary>The mutators stand, so their roots are nobody's but this marker's.</summary>
    private void VisitRoots<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        while (true)
        {
            while (_cursor < _end)
            {
                var word = heap.Owned(_cursor);
                _cursor += sizeof(long);
                turn.Pay(Work.VisitRoot, 1);
                if (Tagged.IsPointer(word))
                {
                    _target = Tagged.Address(word);
                    _state = MarkerState.LookAtMark;
                    return;
                }
            }

            if (++_range == heap.Roots.Count)
            {
                _state = MarkerState.RootsVisited;
                return;
            }

            if (!_skipsStacks || heap.Roots.Kind(_range) != RootKind.Stack)
            {
                _cursor = heap.Roots.Start(_range);
                _end = _cursor + (heap.Roots.Words(_range) * sizeof(long));
            }
        }
    }
}
