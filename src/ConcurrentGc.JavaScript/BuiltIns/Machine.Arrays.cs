using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Array and its methods.</summary>
internal sealed unsafe partial class Machine
{
    private int ArrayLength(long array) => Tagged.ToInteger(Object(array)[3]);

    private int ArrayRoot(long array) => _shapes.Shapes[ObjectLayout.ShapeIndex(*Object(array))].Root;

    private int MakeArray(long* frame, int count)
    {
        var isLength = count == 1 && TryNumber(frame + 1, out _);
        var length = (double)count;
        if (isLength)
        {
            _ = TryNumber(frame + 1, out length);
            if (length != (uint)length)
            {
                return Throw(ErrorKind.RangeError, "Invalid array length");
            }

            if (length > MaximumElements)
            {
                return EndUnsupported("arrays of more than 33,554,432 elements made by length");
            }
        }

        var slots = (int)length;
        var memento = IsHot(Frame) ? 0 : ObjectLayout.BoxBytes;
        var boxes = 0;
        for (var i = 1; i <= count && !isLength; i++)
        {
            boxes += BoxBytesOf(frame[i]);
        }

        var store = _state->EmptyArray;
        if (slots > 0 ? !TryAllocateStore(ObjectLayout.ArrayBytes + memento + boxes, 16 + (8L * slots), out store) : !HasRoom(ObjectLayout.ArrayBytes + memento))
        {
            return Retry;
        }

        var kind = ObjectLayout.SmiArrayIndex;
        if (slots > 0)
        {
            var elements = Object(store);
            elements[0] = ObjectLayout.FixedArrayHeader;
            elements[1] = Tagged.SmallInteger(slots);
            new Span<long>(elements + 2, slots).Fill(_state->Hole);
            for (var i = 0; i < count && !isLength; i++)
            {
                kind = IsSmi(frame[1 + i]) ? kind : ObjectLayout.ValueArrayIndex;
                elements[2 + i] = TaggedOf(frame + 1 + i);
            }
        }

        _state->Result = NewArrayObject(kind, slots > 0 ? store : _state->EmptyArray, slots);
        if (memento != 0)
        {
            var trailing = Allocate(ObjectLayout.BoxBytes, out _);
            trailing[0] = ObjectLayout.MementoHeader;
            trailing[1] = 0;
        }

        return Next;
    }

    private int CallArrayMethod(BuiltIn function, long* frame, int count)
    {
        var array = frame[0];
        if (!IsObject(array) || KindOf(array) != ObjectLayout.KindArray)
        {
            return EndUnsupported("array methods on values that are no arrays");
        }

        return function switch
        {
            BuiltIn.ArrayPush => Push(frame, count),
            BuiltIn.ArrayPop => Pop(array),
            BuiltIn.ArraySlice => Slice(frame, count),
            BuiltIn.ArrayFill => Fill(frame, count),
            BuiltIn.ArrayIndexOf => IndexOfElement(frame, count),
            _ => Join(frame, count, function == BuiltIn.ArrayJoin),
        };
    }

    private int Push(long* frame, int count)
    {
        var array = frame[0];
        var length = ArrayLength(array);
        var root = ArrayRoot(array);
        var kind = root;
        var boxes = 0;
        for (var i = 1; i <= count; i++)
        {
            kind = KindAfter(kind, frame[i]);
            boxes += BoxBytesOf(frame[i]);
        }

        var capacity = Tagged.ToInteger(Object(Object(array)[2])[1]);
        var needed = length + count;
        capacity = needed > capacity ? needed + (needed >> 1) + 16 : capacity;
        if (count > 0 && !TryPrepareElements(array, root, kind, capacity, boxes))
        {
            return Retry;
        }

        for (var i = 0; i < count; i++)
        {
            WriteElement(array, length + i, frame + 1 + i);
        }

        Object(array)[3] = Tagged.SmallInteger(needed);
        return Finish(Tagged.SmallInteger(needed));
    }

    private int Pop(long array)
    {
        var length = ArrayLength(array);
        if (length == 0)
        {
            return Finish(_state->Undefined);
        }

        double number = 0;
        var last = PeekElement(array, length - 1, ref number);
        if (last == ObjectLayout.DoubleMarker)
        {
            if (FinishNumber(number) == Retry)
            {
                return Retry;
            }
        }
        else
        {
            _state->Result = last;
        }

        if (!TryPopElement(array, length - 1))
        {
            return Retry;
        }

        Object(array)[3] = Tagged.SmallInteger(length - 1);
        return Next;
    }

    private int Slice(long* frame, int count)
    {
        var array = frame[0];
        var length = ArrayLength(array);
        var start = RelativeIndex(Argument(frame, count, 1), length, 0);
        var end = RelativeIndex(Argument(frame, count, 2), length, length);
        var slots = Math.Max(0, end - start);
        var store = _state->EmptyArray;
        if (slots > 0 ? !TryAllocateStore(ObjectLayout.ArrayBytes, 16 + (8L * slots), out store) : !HasRoom(ObjectLayout.ArrayBytes))
        {
            return Retry;
        }

        if (slots > 0)
        {
            var from = Object(Object(array)[2]);
            var to = Object(store);
            to[0] = *from == ObjectLayout.DoubleArrayHeader ? ObjectLayout.DoubleArrayHeader : ObjectLayout.FixedArrayHeader;
            to[1] = Tagged.SmallInteger(slots);
            Buffer.MemoryCopy(from + 2 + start, to + 2, 8L * slots, 8L * slots);
        }

        return Finish(NewArrayObject(ArrayRoot(array), slots > 0 ? store : _state->EmptyArray, slots));
    }

    private int Fill(long* frame, int count)
    {
        var array = frame[0];
        var value = Argument(frame, count, 1);
        var length = ArrayLength(array);
        var start = RelativeIndex(Argument(frame, count, 2), length, 0);
        var end = RelativeIndex(Argument(frame, count, 3), length, length);
        var root = ArrayRoot(array);
        if (start < end)
        {
            var capacity = Tagged.ToInteger(Object(Object(array)[2])[1]);
            if (!TryPrepareElements(array, root, KindAfter(root, *value), capacity, BoxBytesOf(*value)))
            {
                return Retry;
            }

            WriteElement(array, start, value);
            var store = Object(Object(array)[2]);
            var word = store[2 + start];
            Fill(store, start, end, word);
        }

        return Finish(array);
    }

    private void Fill(long* store, int start, int end, long word)
    {
        if (*store == ObjectLayout.DoubleArrayHeader || !Tagged.IsPointer(word))
        {
            new Span<long>(store + 2 + start, end - start).Fill(word);
            return;
        }

        for (var i = start; i < end; i++)
        {
            StoreWithBarrier(store + 2 + i, word);
        }
    }

    private int IndexOfElement(long* frame, int count)
    {
        var array = frame[0];
        var length = ArrayLength(array);
        for (var i = RelativeIndex(Argument(frame, count, 2), length, 0); i < length; i++)
        {
            double number = 0;
            var element = PeekOwnElement(array, i, ref number);
            if (element == _state->Hole)
            {
                continue;
            }

            if (element == ObjectLayout.DoubleMarker
                ? TryNumber(Argument(frame, count, 1), out var wanted) && wanted == number
                : AreStrictlyEqual(&element, Argument(frame, count, 1)))
            {
                return Finish(Tagged.SmallInteger(i));
            }
        }

        return Finish(Tagged.SmallInteger(-1));
    }

    private int Join(long* frame, int count, bool takesSeparator)
    {
        var separator = ",";
        if (takesSeparator && count > 0 && frame[1] != _state->Undefined && !TryText(frame + 1, out separator))
        {
            return FailConversion();
        }

        return TryJoin(frame[0], separator, out var text)
            ? TryMakeText(text, out _state->Result) ? Next : Retry
            : FailConversion();
    }
}
