using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>Following the keys of ephemerons, in the pause. See Note [Ephemerons].</content>
/// <remarks>Source: V8 11.3, heap/mark-compact.cc (MarkTransitiveClosureLinear).</remarks>
public partial struct Marker
{
    private void LookUpKey<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        turn.Pay(Work.MarkWord, 1);
        _pair = new EphemeronIndex(heap, Cycle(heap).Keys).First(_object);
        _state = _pair != 0 ? MarkerState.MarkValue : MarkerState.Blacken;
    }

    private void MarkValue(SharedHeap heap)
    {
        var index = new EphemeronIndex(heap, Cycle(heap).Keys);
        var value = index.Value(_pair);
        _pair = index.Next(_pair);
        _state = _pair != 0 ? MarkerState.MarkValue : MarkerState.Blacken;
        if (heap.MarkBits.TryMark(value))
        {
            Push(heap, value, _state);
        }
    }
}
