using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Collections;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Map, Set and their methods. What calls functions of the program is in Collections/Library.js.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>Index of the word with the table of a collection, or with what an iterator is of.</summary>
    private const int TableSlot = 3;

    private bool IsCollection(long word, bool isMap) =>
        IsObject(word) && KindOf(word) == ObjectLayout.KindCollection && Table(Object(word)[TableSlot]).IsMap == isMap;

    private int CallCollectionMethod(BuiltIn function, long* frame, int count, long newTarget)
    {
        if (function is >= BuiltIn.Map and <= BuiltIn.FinalizationRegistry)
        {
            return MakeCollection(function, frame, count, newTarget);
        }

        if (function >= BuiltIn.TableOfMap)
        {
            return CallTableFunction(function, frame);
        }

        var isMap = function < BuiltIn.SetAdd;
        if (!IsCollection(frame[0], isMap))
        {
            return ThrowIncompatible(frame);
        }

        var slot = Object(frame[0]) + TableSlot;
        switch (function)
        {
            case BuiltIn.MapClear or BuiltIn.SetClear:
                return TryClearTable(slot) ? Finish(_state->Undefined) : Retry;
            case >= BuiltIn.MapKeys and <= BuiltIn.MapEntries:
                return MakeIterator(Realm.MapIteratorShape + (function - BuiltIn.MapKeys), *slot, ObjectLayout.IteratorBytes);
            case BuiltIn.SetValues or BuiltIn.SetEntries:
                return MakeIterator(Realm.SetIteratorShape + (function - BuiltIn.SetValues), *slot, ObjectLayout.IteratorBytes);
            default:
                PayInside(LookupNanoseconds);
                return TryMakeKey(Argument(frame, count, 1), out var key) ? CallWithKey(function, frame, count, slot, key) : Retry;
        }
    }

    private int CallWithKey(BuiltIn function, long* frame, int count, long* slot, in TableKey key)
    {
        switch (function)
        {
            case BuiltIn.MapHas or BuiltIn.SetHas:
                return FinishBoolean(FindEntry(Table(*slot), key) >= 0);
            case BuiltIn.MapDelete or BuiltIn.SetDelete:
                return TryDeleteEntry(slot, key, out var isDeleted) ? FinishBoolean(isDeleted) : Retry;
            case BuiltIn.MapGet:
                var entry = FindEntry(Table(*slot), key);
                return Finish(entry < 0 ? _state->Undefined : *Table(*slot).Value(entry));
            default:
                var status = PutEntry(slot, key, Argument(frame, count, 2));
                return status == Next ? Finish(frame[0]) : status;
        }
    }

    /// <summary>Makes an object of a class whose instances have a table or target; the elements of an argument are added by the library.</summary>
    private int MakeCollection(BuiltIn function, long* frame, int count, long newTarget)
    {
        if (newTarget == 0)
        {
            return Throw(ErrorKind.TypeError, $"Constructor {function} requires 'new'");
        }

        var root = Realm.MapShape + (function - BuiltIn.Map);
        if ((FunctionInfoOf(newTarget)->Flags & FunctionFlags.BuiltIn) == FunctionFlags.None && !TryInstanceShape(newTarget, out root))
        {
            return Retry;
        }

        var argument = *Argument(frame, count, 1);
        if (function == BuiltIn.WeakRef)
        {
            return MakeWeakReference(root, argument);
        }

        if (function == BuiltIn.FinalizationRegistry)
        {
            return MakeRegistry(root, argument);
        }

        var isOrdered = function is BuiltIn.Map or BuiltIn.Set;
        var bytes = isOrdered ? OrderedTable.Bytes(function == BuiltIn.Map, OrderedTable.MinimumCapacity) : EphemeronTable.Bytes(EphemeronTable.MinimumCapacity);
        if (!HasRoom(ObjectLayout.CollectionBytes + bytes))
        {
            return Retry;
        }

        var thing = AllocateInstance(root, ObjectLayout.CollectionBytes, out var word);
        var table = Allocate(bytes, out thing[TableSlot]);
        if (isOrdered)
        {
            new OrderedTable(table).Initialize(function == BuiltIn.Map, OrderedTable.MinimumCapacity, _state->Undefined);
        }
        else
        {
            new EphemeronTable(table).Initialize(function == BuiltIn.WeakMap, EphemeronTable.MinimumCapacity, _state->Undefined);
        }

        CountInstance(root);
        return IsNullish(argument) ? Finish(word) : EnterBody(function - BuiltIn.Map, frame, count, word, newTarget);
    }

    /// <summary>Goes on with the part of a constructor that is written in JavaScript, in the frame of its call.</summary>
    private int EnterBody(int body, long* frame, int count, long instance, long newTarget)
    {
        var function = _constants[_text.ConstructorBodies + body];
        frame[0] = instance;
        frame[-2] = function;
        return Enter(Frame, Here, frame, FunctionInfoOf(function), count, ConstructFlag, newTarget);
    }

    /// <summary>An object of a built-in class; room was asked for. What follows its three words is still to be written.</summary>
    private long* AllocateInstance(int shape, int bytes, out long word)
    {
        var thing = Allocate(bytes, out word);
        thing[0] = _shapes.Shapes[shape].Header;
        thing[1] = _state->EmptyArray;
        thing[2] = _state->EmptyArray;
        return thing;
    }

    /// <summary>What the library needs to walk over a table while it changes.</summary>
    private int CallTableFunction(BuiltIn function, long* frame)
    {
        var (table, index) = (frame[1], 0);
        if (function is not (BuiltIn.TableOfMap or BuiltIn.TableOfSet))
        {
            index = Tagged.ToInteger(frame[2]);
        }

        switch (function)
        {
            case BuiltIn.TableOfMap or BuiltIn.TableOfSet:
                return IsCollection(table, function == BuiltIn.TableOfMap) ? Finish(Object(table)[TableSlot]) : ThrowIncompatible(Frame);
            case BuiltIn.TableNewest:
                FollowTable(ref table, ref index);
                return Finish(table);
            case BuiltIn.TableIndex:
                FollowTable(ref table, ref index);
                return Finish(Tagged.SmallInteger(ElementFrom(table, index)));
            case BuiltIn.TableKey:
                return Finish(*Table(table).Key(index));
            default:
                return Finish(*Table(table).Value(index));
        }
    }

    /// <summary>A method of a built-in class was called on something else.</summary>
    private int ThrowIncompatible(long* frame)
    {
        var info = FunctionInfoOf(frame[-2]);
        var receiver = frame[0];
        var text = IsObject(receiver) && KindOf(receiver) is not (ObjectLayout.KindFunction or ObjectLayout.KindArray)
            ? $"#<{ClassNameOf(receiver)}>"
            : DescribeWord(receiver);
        var holder = _text.Holders[info->Holder];
        return Throw(ErrorKind.TypeError, $"Method {holder}.{TextOf(_constants[info->Name])} called on incompatible receiver {text}");
    }
}
