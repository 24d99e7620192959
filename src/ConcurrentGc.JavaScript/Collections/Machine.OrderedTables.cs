using ConcurrentGc.JavaScript.Collections;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Tables of Maps and Sets: looked up, grown and shrunk as V8 does.</summary>
/// <remarks>Source: V8 11.3, objects/ordered-hash-table.cc and builtins/builtins-collections-gen.cc.</remarks>
internal sealed unsafe partial class Machine
{
    /// <summary>What a lookup costs beside its call: Node 20 takes 6 ns of CPU for small integers to 15 ns for objects and strings.</summary>
    private const int LookupNanoseconds = 10;

    /// <summary>What an entry costs that is copied to another table: Node 20 takes about 20 ns of CPU.</summary>
    private const int CopyNanoseconds = 20;

    // Instructions as node20.yaml prices them: 0.16 ns in optimized code, 1.9 ns else.
    private const int OptimizedInstructionsANanosecond = 6;
    private const int InstructionsTenNanoseconds = 5;

    /// <summary>Pays for work inside a built-in function, in instructions of the tier.</summary>
    private void PayInside(long nanoseconds) =>
        _state->Budget -= _isTurbofan ? nanoseconds * OptimizedInstructionsANanosecond : nanoseconds * InstructionsTenNanoseconds / 10;

    private OrderedTable Table(long word) => new(Object(word));

    private int FindEntry(OrderedTable table, in TableKey key)
    {
        var entry = table.First(key.Hash);
        while (entry >= 0 && !IsKey(*table.Key(entry), key))
        {
            entry = table.Next(entry);
        }

        return entry;
    }

    /// <summary>Makes an empty table; small objects of some bytes can be allocated after it.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryMakeTable(bool isMap, int capacity, long moreBytes, out long table)
    {
        if (!TryAllocateStore(moreBytes, OrderedTable.Bytes(isMap, capacity), out table))
        {
            return false;
        }

        Table(table).Initialize(isMap, capacity, _state->Undefined);
        return true;
    }

    /// <summary>Adds an element, or gives it another value, in the table that a slot holds.</summary>
    /// <param name="slot">Slot of the table; gets another one when it grows.</param>
    /// <param name="key">The key.</param>
    /// <param name="value">Register of the value; a Set has none.</param>
    /// <returns><see cref="Next"/>, <see cref="Retry"/>, or what an error that was thrown is.</returns>
    private int PutEntry(long* slot, in TableKey key, long* value)
    {
        var table = Table(*slot);
        var valueBytes = table.IsMap ? BoxBytesOf(*value) : 0;
        var entry = FindEntry(table, key);
        if (entry >= 0)
        {
            if (!HasRoom(valueBytes))
            {
                return Retry;
            }

            if (table.IsMap)
            {
                StoreWithBarrier(table.Value(entry), TaggedOf(value));
            }

            return Next;
        }

        var status = MakeRoomForEntry(slot, BoxBytesOf(key.Word) + valueBytes);
        if (status == Next)
        {
            AddEntry(Table(*slot), key, table.IsMap ? TaggedOf(value) : 0);
        }

        return status;
    }

    /// <summary>Adds an entry for which there is room; so there is for a box of its key.</summary>
    private void AddEntry(OrderedTable table, in TableKey key, long value)
    {
        var word = key.Word == ObjectLayout.DoubleMarker ? Box(key.Number) : key.Word;
        var entry = table.Append(key.Hash);
        StoreWithBarrier(table.Key(entry), word);
        if (table.IsMap)
        {
            StoreWithBarrier(table.Value(entry), value);
        }
    }

    /// <summary>
    /// Makes room for an entry and for small objects of some bytes. A full table gets twice its capacity, or the same when
    /// half of its entries are deleted.
    /// </summary>
    private int MakeRoomForEntry(long* slot, int moreBytes)
    {
        var table = Table(*slot);
        if (table.Used < table.Capacity)
        {
            return HasRoom(moreBytes) ? Next : Retry;
        }

        var capacity = table.DeletedCount >= table.Capacity / 2 ? table.Capacity : table.Capacity * 2;
        if (capacity > OrderedTable.MaximumCapacity)
        {
            return Throw(ErrorKind.RangeError, $"{(table.IsMap ? "Map" : "Set")} maximum size exceeded");
        }

        if (!TryMakeTable(table.IsMap, capacity, moreBytes, out var grown))
        {
            return Retry;
        }

        ReplaceTable(slot, grown);
        return Next;
    }

    /// <summary>Copies the elements of the table in a slot to an empty one, which takes its place.</summary>
    private void ReplaceTable(long* slot, long successor)
    {
        var (from, to) = (Table(*slot), Table(successor));
        var leftOut = 0;
        var used = from.Used;
        PayInside((long)used * CopyNanoseconds);
        for (var i = 0; i < used; i++)
        {
            var word = *from.Key(i);
            if (word == _state->Hole)
            {
                from.NoteLeftOut(leftOut++, i);
                continue;
            }

            var value = *from.Value(i);
            var entry = to.Append(KeyOfStored(word).Hash);
            StoreWithBarrier(to.Key(entry), word);
            StoreWithBarrier(to.Value(entry), value);
        }

        StoreWithBarrier(from.Replace(isCleared: false), successor);
        StoreWithBarrier(slot, successor);
    }

    /// <summary>Deletes an element, and shrinks a table of which less than a quarter is in use.</summary>
    /// <param name="slot">Slot of the table.</param>
    /// <param name="key">The key.</param>
    /// <param name="isDeleted">Whether it was there.</param>
    /// <returns>False: return <see cref="Retry"/>; nothing was changed.</returns>
    private bool TryDeleteEntry(long* slot, in TableKey key, out bool isDeleted)
    {
        var table = Table(*slot);
        var entry = FindEntry(table, key);
        isDeleted = entry >= 0;
        if (!isDeleted)
        {
            return true;
        }

        var successor = 0L;
        var shrinks = table.Count - 1 < table.Capacity / 4;
        if (shrinks && !TryMakeTable(table.IsMap, Math.Max(OrderedTable.MinimumCapacity, table.Capacity / 2), 0, out successor))
        {
            return false;
        }

        table.Remove(entry, _state->Hole);
        if (shrinks)
        {
            ReplaceTable(slot, successor);
        }

        return true;
    }

    private bool TryClearTable(long* slot)
    {
        if (!TryMakeTable(Table(*slot).IsMap, OrderedTable.MinimumCapacity, 0, out var successor))
        {
            return false;
        }

        StoreWithBarrier(Table(*slot).Replace(isCleared: true), successor);
        StoreWithBarrier(slot, successor);
        return true;
    }

    /// <summary>Goes on from a table that was replaced to the newest one.</summary>
    private void FollowTable(ref long table, ref int index)
    {
        while (Table(table).IsReplaced)
        {
            index = Table(table).IndexInSuccessor(index);
            table = Table(table).Successor;
        }
    }

    /// <summary>The first element from an entry on; minus one: none.</summary>
    private int ElementFrom(long table, int index)
    {
        var entries = Table(table);
        while (index < entries.Used && *entries.Key(index) == _state->Hole)
        {
            index++;
        }

        return index < entries.Used ? index : -1;
    }
}
