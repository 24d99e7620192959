using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Elements: stores of small integers, doubles or any values, and how they grow.</summary>
internal sealed unsafe partial class Machine
{
    private const int MaximumGap = 1024;
    private const long MaximumElements = 32 * 1024 * 1024;

    /// <summary>Whether a key is an array index.</summary>
    private bool TryIndex(long* key, out long index)
    {
        if (IsSmi(*key))
        {
            index = Tagged.ToInteger(*key);
            return index >= 0;
        }

        if (TryNumber(key, out var number))
        {
            index = (long)number;
            return index == number && index >= 0 && index < uint.MaxValue;
        }

        index = 0;
        return IsText(*key) && TextLength(*key) <= 10 && PropertyKey.TryIndex(TextOf(*key), out index);
    }

    /// <summary>The number of a property name that a value means.</summary>
    /// <returns>False: return what <see cref="FailConversion"/> returns.</returns>
    private bool TryNameOfKey(long* key, out int name)
    {
        name = Realm.NameIterator;
        if (*key == _state->IteratorSymbol)
        {
            return true;
        }

        var thing = Object(*key);
        if (*key == ObjectLayout.DoubleMarker || !Tagged.IsPointer(*key)
            || ObjectLayout.Kind(*thing) is not (ObjectLayout.KindOneByte or ObjectLayout.KindTwoByte))
        {
            var isText = TryText(key, out var text);
            name = isText ? _code.Names.Number(text) : 0;
            return isText;
        }

        // A string keeps the number of its name where V8 keeps its hash.
        var known = (int)thing[1];
        if (known == 0)
        {
            known = _code.Names.Number(TextOf(*key)) + 1;
            if (TextLength(*key) > 1)
            {
                thing[1] |= (uint)known;
            }
        }

        name = known - 1;
        return true;
    }

    private int GetElement(long* fp, Instruction* pc)
    {
        var holder = fp[pc->B];
        var key = fp + pc->C;
        if (IsNullish(holder))
        {
            return Throw(ErrorKind.TypeError, $"Cannot read properties of {OddballText(holder)} (reading '{DescribeValue(key)}')");
        }

        if (!Tagged.IsPointer(holder) || holder == _state->Hole || !TryIndex(key, out var index))
        {
            return TryNameOfKey(key, out var name) ? LoadNamed(fp + pc->B, name, fp + pc->A, null, isMethod: false) : FailConversion();
        }

        if (IsText(holder))
        {
            return GetCharacter(holder, index, fp + pc->A);
        }

        double number = 0;
        var word = IsObject(holder) ? PeekElement(holder, index, ref number) : _state->Undefined;
        if (word == ObjectLayout.DoubleMarker)
        {
            return TrySetDouble(fp + pc->A, number) ? Next : Retry;
        }

        fp[pc->A] = word;
        return Next;
    }

    private int GetCharacter(long text, long index, long* target)
    {
        if (index >= TextLength(text))
        {
            *target = _state->Undefined;
            return Next;
        }

        if (!TryFlatten(text))
        {
            return Retry;
        }

        var character = CharacterAt(text, (int)index);
        return TryMakeText(new ReadOnlySpan<char>(in character), out *target) ? Next : Retry;
    }

    /// <summary>An element: undefined where there is none, the marker and a number where it is an unboxed double.</summary>
    private long PeekElement(long holder, long index, ref double number)
    {
        var word = PeekOwnElement(holder, index, ref number);
        return word == _state->Hole ? _state->Undefined : word;
    }

    private long PeekOwnElement(long holder, long index, ref double number)
    {
        var thing = Object(holder);
        if (IsTypedArray(holder))
        {
            return PeekTypedElement(thing, index, ref number);
        }

        var store = Object(thing[2]);
        var length = ObjectLayout.Kind(*thing) == ObjectLayout.KindArray ? Tagged.ToInteger(thing[3]) : Tagged.ToInteger(store[1]);
        if (index >= length)
        {
            return _state->Hole;
        }

        if (*store != ObjectLayout.DoubleArrayHeader)
        {
            return store[2 + index];
        }

        if (store[2 + index] == ObjectLayout.HoleBits)
        {
            return _state->Hole;
        }

        number = ((double*)store)[2 + index];
        return ObjectLayout.DoubleMarker;
    }

    private bool HasElement(long holder, long index)
    {
        double number = 0;
        return IsObject(holder) && PeekOwnElement(holder, index, ref number) != _state->Hole;
    }

    private int SetElement(long* fp, Instruction* pc, bool isDefinition)
    {
        var holder = fp[pc->A];
        var key = fp + pc->B;
        if (!IsObject(holder))
        {
            return IsNullish(holder)
                ? Throw(ErrorKind.TypeError, $"Cannot set properties of {OddballText(holder)} (setting '{DescribeValue(key)}')")
                : Next;
        }

        if (IsTypedArray(holder) && TryTypedIndex(key, out var at))
        {
            return StoreTypedElement(holder, at, fp + pc->C);
        }

        if (TryIndex(key, out var index))
        {
            return StoreElement(holder, index, fp + pc->C);
        }

        return TryNameOfKey(key, out var name)
            ? StoreNamed(holder, name, fp + pc->C, null, expectsToAdd: false, isDefinition)
            : FailConversion();
    }

    /// <summary>Stores an element, growing and converting the store as needed.</summary>
    private int StoreElement(long holder, long index, long* value)
    {
        var thing = Object(holder);
        var isArray = ObjectLayout.Kind(*thing) == ObjectLayout.KindArray;
        var root = isArray ? _shapes.Shapes[ObjectLayout.ShapeIndex(*thing)].Root : ObjectLayout.ValueArrayIndex;
        var length = isArray ? Tagged.ToInteger(thing[3]) : int.MaxValue;
        var capacity = (long)Tagged.ToInteger(Object(thing[2])[1]);
        if (index >= capacity + MaximumGap || index >= MaximumElements)
        {
            return EndUnsupported("arrays with large gaps");
        }

        var kind = KindAfter(root, *value);
        var needed = index >= capacity ? index + 1 + ((index + 1) >> 1) + 16 : capacity;
        if (!TryPrepareElements(holder, root, kind, needed, BoxBytesOf(*value)))
        {
            return Retry;
        }

        WriteElement(holder, index, value);
        if (isArray && index >= length)
        {
            thing[3] = Tagged.SmallInteger((int)index + 1);
        }

        return Next;
    }

    private int KindAfter(int root, long value)
    {
        var isNumber = value == ObjectLayout.DoubleMarker || IsSmi(value) || *Object(value) == ObjectLayout.NumberHeader;
        return root switch
        {
            ObjectLayout.SmiArrayIndex when IsSmi(value) => ObjectLayout.SmiArrayIndex,
            ObjectLayout.SmiArrayIndex or ObjectLayout.DoubleArrayIndex when isNumber => ObjectLayout.DoubleArrayIndex,
            _ => ObjectLayout.ValueArrayIndex,
        };
    }

    private void WriteElement(long holder, long index, long* value)
    {
        var store = Object(Object(holder)[2]);
        if (*store == ObjectLayout.DoubleArrayHeader)
        {
            _ = TryNumber(value, out var number);
            ((double*)store)[2 + index] = number;
        }
        else
        {
            StoreWithBarrier(store + 2 + index, TaggedOf(value));
        }
    }

    /// <summary>Makes an object's store writable, of a kind and a capacity, with room for some bytes more.</summary>
    /// <returns>False: return <see cref="Retry"/>; nothing was changed.</returns>
    private bool TryPrepareElements(long holder, int root, int kind, long capacity, int moreBytes)
    {
        var thing = Object(holder);
        var old = Object(thing[2]);
        var oldCapacity = Tagged.ToInteger(old[1]);
        var wasDouble = *old == ObjectLayout.DoubleArrayHeader;
        var isDouble = kind == ObjectLayout.DoubleArrayIndex;
        var mustCopy = capacity != oldCapacity || *old == ObjectLayout.CopyOnWriteHeader || (wasDouble != isDouble && oldCapacity > 0);
        if (!mustCopy)
        {
            if (moreBytes > 0 && !HasRoom(moreBytes))
            {
                return false;
            }
        }
        else
        {
            var boxes = wasDouble && !isDouble ? CountDoubles(old) * (long)ObjectLayout.BoxBytes : 0;
            if (boxes > _heap.Geometry.MaximumRegularObjectBytes / 2
                ? !TryAllocateStore(moreBytes, 16 + (8 * capacity), out var store)
                : !TryAllocateStore(moreBytes + boxes, 16 + (8 * capacity), out store))
            {
                return false;
            }

            if (!TryCopyElements(old, Object(store), oldCapacity, (int)capacity, wasDouble, isDouble))
            {
                return false;
            }

            StoreWithBarrier(thing + 2, store);
        }

        if (kind != root && ObjectLayout.Kind(*thing) == ObjectLayout.KindArray)
        {
            ChangeArrayKind(thing, kind);
        }

        return true;
    }

    private static int CountDoubles(long* store)
    {
        var count = 0;
        for (var i = 0; i < Tagged.ToInteger(store[1]); i++)
        {
            count += store[2 + i] != ObjectLayout.HoleBits ? 1 : 0;
        }

        return count;
    }

    private bool TryCopyElements(long* old, long* store, int oldCapacity, int capacity, bool wasDouble, bool isDouble)
    {
        store[0] = isDouble ? ObjectLayout.DoubleArrayHeader : ObjectLayout.FixedArrayHeader;
        store[1] = Tagged.SmallInteger(capacity);
        var hole = isDouble ? ObjectLayout.HoleBits : _state->Hole;
        var count = Math.Min(oldCapacity, capacity);
        new Span<long>(store + 2, capacity).Fill(hole);
        if (wasDouble == isDouble || oldCapacity == 0)
        {
            Buffer.MemoryCopy(old + 2, store + 2, 8L * count, 8L * count);
            return true;
        }

        for (var i = 0; i < count; i++)
        {
            if (isDouble)
            {
                ((double*)store)[2 + i] = IsSmi(old[2 + i]) ? Tagged.ToInteger(old[2 + i]) : BitConverter.Int64BitsToDouble(ObjectLayout.HoleBits);
            }
            else if (old[2 + i] != ObjectLayout.HoleBits && !TryBoxElement(((double*)old)[2 + i], store + 2 + i))
            {
                return false;
            }
        }

        return true;
    }

    private bool TryBoxElement(double value, long* slot)
    {
        // The boxes of a large array are more than one reservation can hold.
        if (!_heap.New.TryAllocate(ObjectLayout.BoxBytes, out var address))
        {
            _state->Context.Request = new Orinoco.Mutating.AllocationRequest(ObjectLayout.BoxBytes, IsLarge: false, IsForced: false);
            RefreshLimit();
            return false;
        }

        RefreshLimit();
        var box = (long*)(_base + address);
        box[0] = ObjectLayout.NumberHeader;
        ((double*)box)[1] = value;
        *slot = address + 1;
        return true;
    }

    private void ChangeArrayKind(long* thing, int kind)
    {
        var names = _shapes.Names(ObjectLayout.ShapeIndex(*thing));
        var shape = kind;
        foreach (var name in names)
        {
            shape = _shapes.Add(shape, name);
            _shapes.Shapes[shape].Representation = Representation.Tagged;
        }

        *thing = _shapes.Shapes[shape].Header;
    }

    private int SetArrayLength(long array, long* value)
    {
        if (!TryToNumber(value, out var number))
        {
            return FailConversion();
        }

        if (number != (uint)number)
        {
            return Throw(ErrorKind.RangeError, "Invalid array length");
        }

        var length = Tagged.ToInteger(Object(array)[3]);
        var wanted = (long)number;
        if (wanted > length)
        {
            if (wanted >= length + MaximumGap)
            {
                return EndUnsupported("arrays with large gaps");
            }

            var root = _shapes.Shapes[ObjectLayout.ShapeIndex(*Object(array))].Root;
            var capacity = Math.Max(wanted, Tagged.ToInteger(Object(Object(array)[2])[1]));
            if (!TryPrepareElements(array, root, root, capacity, 0))
            {
                return Retry;
            }
        }
        else
        {
            var store = Object(Object(array)[2]);
            if (*store == ObjectLayout.CopyOnWriteHeader && wanted < length)
            {
                var root = _shapes.Shapes[ObjectLayout.ShapeIndex(*Object(array))].Root;
                if (!TryPrepareElements(array, root, root, Tagged.ToInteger(store[1]), 0))
                {
                    return Retry;
                }

                store = Object(Object(array)[2]);
            }

            for (var i = wanted; i < length; i++)
            {
                store[2 + i] = *store == ObjectLayout.DoubleArrayHeader ? ObjectLayout.HoleBits : _state->Hole;
            }
        }

        Object(array)[3] = Tagged.SmallInteger((int)wanted);
        return Next;
    }
}
