using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Experiments.Checking;

/// <content>Objects with weak words. See Note [Weak words].</content>
internal partial struct RandomProgram
{
    private readonly bool TryAllocateWeak(SharedHeap heap, ref ProgramContext context, ref long register, long first)
    {
        var pairs = 1 + (_field % 4);
        var (layout, words) = (_field % 3) switch
        {
            0 => (LayoutKind.WeakReference, WeakWords.ReferenceTarget + 1),
            1 => (LayoutKind.WeakCell, WeakWords.CellWords),
            _ => (LayoutKind.EphemeronTable, WeakWords.TableFirstKey + (2 * pairs)),
        };
        if (!MutatorAllocator.TryAllocate(heap, ref context, words * 8L, out var address))
        {
            return false;
        }

        if (layout == LayoutKind.EphemeronTable)
        {
            Fill(heap, address, words, ObjectHeader.Encode(layout, 0, 3));
            heap.Owned(address + 8) = Tagged.SmallInteger(words - 2);
            heap.Owned(address + (WeakWords.TableElements * 8)) = Tagged.SmallInteger(pairs);
            heap.Owned(address + (WeakWords.TableCapacity * 8)) = Tagged.SmallInteger(pairs);
            FillPairs(heap, address + (WeakWords.TableFirstKey * 8), pairs, register, first);
        }
        else
        {
            Fill(heap, address, words, ObjectHeader.Encode(layout, words, 4));
            var target = layout == LayoutKind.WeakCell ? WeakWords.CellTarget : WeakWords.ReferenceTarget;
            heap.Owned(address + (target * 8)) = first;
        }

        register = Tagged.FromAddress(address);
        return true;
    }

    /// <summary>
    /// Each pair has the key of the one before it as its value: who looks at them in order must look again. A pair whose key
    /// would be no object is empty.
    /// </summary>
    private readonly void FillPairs(SharedHeap heap, long slot, int pairs, long value, long key)
    {
        for (var pair = 0; pair < pairs; pair++)
        {
            var isPair = Tagged.IsPointer(key);
            (heap.Owned(slot), heap.Owned(slot + 8)) = isPair ? (key, value) : (Tagged.Zero, Tagged.Zero);
            value = key;
            key = heap.Owned(_registers + ((1 + ((_field + pair) % (Registers - 1))) * 8));
            slot += 16;
        }
    }

    private readonly long LoadWeak(SharedHeap heap, long slot)
    {
        if (slot == 0 || !Tagged.IsPointer(heap.Owned(slot)))
        {
            return 0;
        }

        if (_defect != Defect.WeakLoadsUnshaded)
        {
            WriteBarrier.KeepForSnapshot(heap, heap.Owned(slot));
        }

        return heap.Owned(slot);
    }

    /// <summary>A weak word of the first object in the registers that has one; zero: none has.</summary>
    private readonly long AnyWeakSlot(SharedHeap heap)
    {
        var slot = 0L;
        for (var i = 0; slot == 0 && i < Registers; i++)
        {
            slot = Slot(heap, heap.Owned(_registers + ((_b + i) % Registers * 8)), RandomWords.Weak);
        }

        return slot;
    }

    /// <summary>
    /// Whether a pair stays one: its key is an object, and without a key there is no value. Another key may give a value out
    /// whose own key died, so that it depends on when it was collected.
    /// </summary>
    private readonly bool IsPair(SharedHeap heap, long table, long slot, long value)
    {
        var isKey = (((slot - table) / 8) - WeakWords.TableFirstKey) % 2 == 0;
        return isKey ? _mix == RandomMix.WeakLoads && Tagged.IsPointer(value) : Tagged.IsPointer(heap.Owned(slot - 8));
    }
}
