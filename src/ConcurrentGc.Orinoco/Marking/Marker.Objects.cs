using System.Runtime.CompilerServices;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Compacting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Orinoco.Marking;

/// <content>Grey objects: blackened, scanned, and what they point to marked.</content>
public partial struct Marker
{
    // Note [Marking in registers].
    //
    // Nine of ten steps of a marker are here, one nanosecond each, so what they share must be in registers, and
    // the JIT has only some ten of them to give:
    //
    // - The turn, the view of the worklist and the cursor are copied to local variables and back at the end.
    // - Where the code stands is the state. It is written only where the loop is left; if that is in the middle of an
    //   object, the next slice does the started step with LookAtMark or Mark and comes back here.
    // - Two loops, objects and fields: the JIT gives registers to the inner one first. What is rare leaves both of them
    //   with one goto, as no variable is then carried around to say so.
    // - No call is in the loops, or after them before the variables are written back: it would push half of them out to
    //   memory around it, taken or not. A slot to record leaves the loop, sizes are computed without a call, accesses are
    //   noted only where Checks are enabled.
    // - Whether slots are recorded is a type, and one addition counts an object and its bytes (LiveCount).
    //
    // tests/ConcurrentGc.Benchmarks measures it; DOTNET_JitDisasm=Trace shows what a change does to the registers.

    /// <summary>Traces until there is nothing grey, something else must be done, or the slice is over.</summary>
    /// <returns>False: the slice is over.</returns>
    private bool Trace<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => (_mode == MarkingMode.InPause, _recordSlots) switch
        {
            (true, false) => Trace<TTurn, SlotsIgnored, InPause>(heap, ref turn),
            (true, true) => Trace<TTurn, SlotsRecorded, InPause>(heap, ref turn),
            (false, false) => Trace<TTurn, SlotsIgnored, BesideProgram>(heap, ref turn),
            (false, true) => Trace<TTurn, SlotsRecorded, BesideProgram>(heap, ref turn),
        };

#pragma warning disable MA0051 // One loop, so that its variables stay in registers. See Note [Marking in registers].
    private bool Trace<TTurn, TSlots, TPlace>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
        where TSlots : struct, ISlotRecording
        where TPlace : struct, IMarkingPlace
    {
        var own = turn;
        var (grey, marks) = (_grey, heap.MarkBits);
        var (cursor, end) = (_cursor, _end);
        MarkerState state;
        bool goOn;
        while (true)
        {
            while (cursor != end)
            {
                var word = heap.LoadRelaxed(cursor);
                cursor += sizeof(long);
                if (!own.Spend(Work.MarkWord, 1))
                {
                    (_target, state, goOn) = (word, MarkerState.LookAtMark, false);
                    goto Suspend;
                }

                if (!Tagged.IsPointer(word))
                {
                    continue;
                }

                if (TSlots.IsOn && (heap.Flags(word) & PageFlags.EvacuationCandidate) != PageFlags.None)
                {
                    (_target, state, goOn) = (word, MarkerState.LookAtMark, true);
                    goto Suspend;
                }

                var target = Tagged.Address(word);
                var mark = marks.MarkOf(target);
                if (marks.IsSet(mark))
                {
                    if (!own.Spend(Work.Step, 1))
                    {
                        (state, goOn) = (MarkerState.LoadField, false);
                        goto Suspend;
                    }

                    continue;
                }

                if (!own.Spend(Work.Step, 1))
                {
                    (_target, state, goOn) = (target, MarkerState.Mark, false);
                    goto Suspend;
                }

                if (marks.TrySet(mark))
                {
                    heap.Prefetch(target); // its header is read soon
                    grey.Push(heap, target);
                    if (grey.IsFull(heap))
                    {
                        (_section, _resume, state) = (GreySection.Publish, MarkerState.LoadField, MarkerState.Lock);
                        goOn = own.Spend(Work.AtomicOperation, 1);
                        goto Suspend;
                    }
                }

                if (!own.Spend(Work.AtomicOperation, 1))
                {
                    (state, goOn) = (MarkerState.LoadField, false);
                    goto Suspend;
                }
            }

            if (TPlace.IsBesideProgram)
            {
                (state, goOn) = (MarkerState.NextObject, true);
                break;
            }

            if (!grey.TryPopNewest(heap, out var next)) // the segments are the marker's own: no step
            {
                (state, goOn) = (MarkerState.LookForWork, true);
                break;
            }

            own.Pay(Work.MarkObject, 1);
            if (!marks.TryBlacken(next))
            {
                (cursor, end) = Rest(heap, next, heap.Owned(next + sizeof(long)));
            }
            else
            {
                var header = heap.Owned(next); // after the bit is set: then its way from memory is not waited for in between
                if (ObjectHeader.HasWeakWords(header))
                {
                    (_object, state, goOn) = (next, MarkerState.LoadHeader, own.Spend(Work.Step, 1));
                    break;
                }

                (cursor, end) = Open(heap, next, header);
            }

            if (!own.Spend(Work.Step, 1))
            {
                (state, goOn) = (MarkerState.LoadField, false);
                break;
            }
        }

    Suspend:
        (_grey, _cursor, _end, _state) = (grey, cursor, end, state);
        turn = own;
        if (state == MarkerState.LookAtMark)
        {
            _state = AfterLoad(heap, _target);
        }

        return goOn;
    }
#pragma warning restore MA0051

    /// <summary>Counts an object that is black now.</summary>
    /// <returns>Its first tagged word, or its end if it has none; its end.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private readonly (long Cursor, long End) Open(SharedHeap heap, long address, long header)
    {
        var bytes = ObjectHeader.SizeBytes(header, heap.Owned(address + sizeof(long)));
        LiveCount.Of(heap, _live, address) += LiveCount.OfObject(bytes);
        return (address + ObjectHeader.FirstTaggedOffset(header, bytes), address + bytes);
    }

    /// <summary>What comes after the load of a field, where the loop is left: the slot is the one before the cursor.</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private MarkerState AfterLoad(SharedHeap heap, long word)
    {
        if (!Tagged.IsPointer(word))
        {
            return MarkerState.LoadField;
        }

        _target = Tagged.Address(word);
        return _recordSlots && CandidateSlot.IsToRecord(heap, _cursor - sizeof(long), _target)
            ? MarkerState.AnnounceBucket : MarkerState.LookAtMark;
    }

    /// <summary>What is left of a large array of which a part was scanned before. See Note [Mark then push].</summary>
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static (long Cursor, long End) Rest(SharedHeap heap, long address, long length)
    {
        var scanned = (heap.Flags(address) & PageFlags.Large) != PageFlags.None ? heap.Page(address).ScannedBytes : 0;
        if (scanned == 0)
        {
            throw new InvalidOperationException($"Two markers scan the object at 0x{address:x}. See Note [Mark then push].");
        }

        heap.Page(address).ScannedBytes = 0;
        var end = address + ObjectHeader.SizeBytes(heap.Owned(address), length);
        return (Math.Min(address + scanned, end), end); // it may have been trimmed meanwhile
    }

    private void LookAtMark(SharedHeap heap) =>
        _state = !heap.MarkBits.IsMarked(_target) ? MarkerState.Mark
            : _inRoots ? MarkerState.VisitRoots : MarkerState.LoadField;

    /// <summary>Marks the target at hand.</summary>
    /// <returns>False: the slice is over.</returns>
    private bool Mark<TTurn>(SharedHeap heap, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        _state = _inRoots ? MarkerState.VisitRoots : MarkerState.LoadField;
        if (heap.MarkBits.TryMark(_target))
        {
            Push(heap, _target, _state);
        }

        return turn.Spend(Work.AtomicOperation, 1);
    }
}
