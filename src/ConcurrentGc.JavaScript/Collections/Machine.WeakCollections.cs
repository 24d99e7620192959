using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Collections;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>WeakMap, WeakSet and WeakRef. What the collector may clear, and when: Note [Weak words].</summary>
internal sealed unsafe partial class Machine
{
    private EphemeronTable WeakTable(long word) => new(Object(word));

    private bool IsWeakReference(long word) =>
        IsObject(word) && KindOf(word) == ObjectLayout.KindWeak && ObjectHeader.Layout(*Object(word)) == LayoutKind.WeakReference;

    private bool IsRegistry(long word) =>
        IsObject(word) && KindOf(word) == ObjectLayout.KindWeak && !IsWeakReference(word)
        && KindOf(Object(word)[TableSlot]) == ObjectLayout.KindFunction;

    private bool IsWeakCollection(long word, bool isMap) =>
        IsObject(word) && KindOf(word) == ObjectLayout.KindWeak && !IsWeakReference(word)
        && *Object(Object(word)[TableSlot]) == (isMap ? ObjectLayout.WeakMapTableHeader : ObjectLayout.WeakSetTableHeader);

    private int CallWeakMethod(BuiltIn function, long* frame, int count)
    {
        var receiver = frame[0];
        if (function == BuiltIn.WeakRefDeref)
        {
            return IsWeakReference(receiver) ? Dereference(receiver) : ThrowIncompatible(frame);
        }

        if (function is BuiltIn.RegistryRegister or BuiltIn.RegistryUnregister)
        {
            return !IsRegistry(receiver) ? ThrowIncompatible(frame)
                : function == BuiltIn.RegistryRegister ? Register(frame, count) : Unregister(receiver, Argument(frame, count, 1));
        }

        var isMap = function < BuiltIn.WeakSetAdd;
        if (!IsWeakCollection(receiver, isMap))
        {
            return ThrowIncompatible(frame);
        }

        PayInside(LookupNanoseconds);
        var slot = Object(receiver) + TableSlot;
        var key = *Argument(frame, count, 1);
        if (function is BuiltIn.WeakMapSet or BuiltIn.WeakSetAdd)
        {
            return !IsObject(key)
                ? Throw(ErrorKind.TypeError, isMap ? "Invalid value used as weak map key" : "Invalid value used in weak set")
                : TryPutPair(slot, key, isMap ? Argument(frame, count, 2) : &_state->True) ? Finish(receiver) : Retry;
        }

        var hash = IsObject(key) ? IdentityHash(key) : 0;
        var pair = hash == 0 ? -1 : WeakTable(*slot).Find(key, hash, _state->Undefined);
        return function switch
        {
            BuiltIn.WeakMapGet => Finish(pair < 0 ? _state->Undefined : AfterWeakLoad(WeakTable(*slot).Key(pair)[1])),
            BuiltIn.WeakMapDelete or BuiltIn.WeakSetDelete when pair >= 0 => TryDeletePair(slot, pair) ? Finish(_state->True) : Retry,
            _ => FinishBoolean(pair >= 0),
        };
    }

    /// <summary>Adds a pair, or gives a key another value, in the table that a slot holds.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryPutPair(long* slot, long key, long* value)
    {
        var hash = MakeIdentityHash(key);
        var table = WeakTable(*slot);
        var boxes = BoxBytesOf(*value);
        var pair = table.Find(key, hash, _state->Undefined);
        if (pair < 0 && table.IsCluttered)
        {
            PutInOrder(table);
        }

        if (pair >= 0 || table.HasRoom)
        {
            if (!HasRoom(boxes))
            {
                return false;
            }
        }
        else if (!TryResizeWeakTable(slot, EphemeronTable.CapacityFor(table.Count + 1), boxes))
        {
            return false;
        }

        var word = TaggedOf(value);
        table = WeakTable(*slot);
        pair = pair >= 0 ? pair : table.Take(hash, _state->Undefined);
        StoreWithBarrier(table.Key(pair), key);
        StoreWithBarrier(table.Key(pair) + 1, word);
        return true;
    }

    private bool TryDeletePair(long* slot, int pair)
    {
        var table = WeakTable(*slot);
        var capacity = table.CapacityAfterDelete;
        if (capacity == table.Capacity)
        {
            table.Free(pair);
            return true;
        }

        if (!TryMakeWeakTable(table.IsMap, capacity, 0, out var successor))
        {
            return false;
        }

        table.Free(pair);
        CopyPairs(table, WeakTable(successor));
        StoreWithBarrier(slot, successor);
        return true;
    }

    private bool TryMakeWeakTable(bool isMap, int capacity, int moreBytes, out long table)
    {
        if (!TryAllocateStore(moreBytes, EphemeronTable.Bytes(capacity), out table))
        {
            return false;
        }

        WeakTable(table).Initialize(isMap, capacity, _state->Undefined);
        return true;
    }

    private bool TryResizeWeakTable(long* slot, int capacity, int moreBytes)
    {
        var table = WeakTable(*slot);
        if (!TryMakeWeakTable(table.IsMap, capacity, moreBytes, out var successor))
        {
            return false;
        }

        CopyPairs(table, WeakTable(successor));
        StoreWithBarrier(slot, successor);
        return true;
    }

    private void CopyPairs(EphemeronTable from, EphemeronTable to)
    {
        PayInside((long)from.Capacity * CopyNanoseconds);
        for (var i = 0; i < from.Capacity; i++)
        {
            AddPair(to, from.Key(i)[0], from.Key(i)[1]);
        }
    }

    private void AddPair(EphemeronTable table, long key, long value)
    {
        if (key == _state->Undefined || key == Tagged.Zero)
        {
            return;
        }

        var pair = table.Take(IdentityHash(key), _state->Undefined);
        StoreWithBarrier(table.Key(pair), key);
        StoreWithBarrier(table.Key(pair) + 1, value);
    }

    /// <summary>Puts the pairs of a table where a search finds them first; freed ones are gone afterwards.</summary>
    private void PutInOrder(EphemeronTable table)
    {
        PayInside((long)table.Capacity * CopyNanoseconds);
        var words = new Span<long>(table.Key(0), 2 * table.Capacity).ToArray();
        table.Empty(_state->Undefined);
        for (var i = 0; i < words.Length; i += 2)
        {
            AddPair(table, words[i], words[i + 1]);
        }
    }

    private int MakeWeakReference(int shape, long target)
    {
        if (!IsObject(target))
        {
            return Throw(ErrorKind.TypeError, "WeakRef: invalid target");
        }

        if (!TryKeepAlive(target, ObjectLayout.CollectionBytes))
        {
            return Retry;
        }

        var thing = AllocateInstance(shape, ObjectLayout.CollectionBytes, out var word);
        thing[WeakWords.ReferenceTarget] = target;
        CountInstance(shape);
        return Finish(word);
    }

    private int Dereference(long reference)
    {
        var target = Object(reference)[WeakWords.ReferenceTarget];
        return target == Tagged.Zero ? Finish(_state->Undefined)
            : TryKeepAlive(target, 0) ? Finish(AfterWeakLoad(target)) : Retry;
    }

    private long AfterWeakLoad(long word)
    {
        WriteBarrier.KeepForSnapshot(_heap, word);
        return word;
    }

    /// <summary>Keeps an object alive until the turn ends, so that a WeakRef gives the same answer all through it.</summary>
    /// <param name="target">The object.</param>
    /// <param name="moreBytes">Bytes of small objects that can be allocated afterwards.</param>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryKeepAlive(long target, int moreBytes)
    {
        var slot = (long*)(_base + _state->WeakRoots);
        var key = KeyOfStored(target);
        if (*slot == Tagged.Zero)
        {
            if (!TryMakeTable(isMap: false, OrderedTable.MinimumCapacity, moreBytes, out var table))
            {
                return false;
            }

            *slot = table;
        }
        else if (FindEntry(Table(*slot), key) >= 0)
        {
            return HasRoom(moreBytes);
        }
        else if (MakeRoomForEntry(slot, moreBytes) != Next)
        {
            return false;
        }

        AddEntry(Table(*slot), key, 0);
        return true;
    }

    /// <summary>Between two turns of the program: what WeakRefs gave out may die.</summary>
    private void EndTurn() => *(long*)(_base + _state->WeakRoots) = Tagged.Zero;
}
