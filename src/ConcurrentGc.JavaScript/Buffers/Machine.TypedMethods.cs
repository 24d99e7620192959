using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Buffers;
using ConcurrentGc.JavaScript.BuiltIns;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Methods of typed arrays.</summary>
internal sealed unsafe partial class Machine
{
    private int CallTypedArrayMethod(BuiltIn function, long* frame, int count)
    {
        var length = LengthOf(frame[0]);
        switch (function)
        {
            case BuiltIn.TypedFill:
                return FillTypedArray(frame, count, length);
            case BuiltIn.TypedSet:
                return SetElements(frame, count, length);
            case BuiltIn.TypedSubarray or BuiltIn.TypedSlice:
                var start = RelativeIndex(Argument(frame, count, 1), length, 0);
                var end = RelativeIndex(Argument(frame, count, 2), length, length);
                return _hasBadArgument ? Next
                    : function == BuiltIn.TypedSlice ? SliceTypedArray(frame[0], start, Math.Max(0, end - start))
                    : MakeSubarray(frame[0], start, Math.Max(0, end - start));
            case BuiltIn.TypedIndexOf:
                return FindNumber(frame, count, length);
            case >= BuiltIn.TypedKeys and <= BuiltIn.TypedEntries:
                return MakeIterator(Realm.ArrayIteratorShape, frame[0], ObjectLayout.ArrayIteratorBytes, function - BuiltIn.TypedKeys);
            default:
                return Join(frame, count, function == BuiltIn.TypedJoin);
        }
    }

    private int FillTypedArray(long* frame, int count, int length)
    {
        if (!TryToNumber(Argument(frame, count, 1), out var value))
        {
            return FailConversion();
        }

        var start = RelativeIndex(Argument(frame, count, 2), length, 0);
        var end = RelativeIndex(Argument(frame, count, 3), length, length);
        if (_hasBadArgument)
        {
            return Next;
        }

        var thing = Object(frame[0]);
        var kind = KindOfElements(thing);
        var first = FirstElement(thing);
        PayInside(Math.Max(0, end - start) / ClearedBytesANanosecond);
        if (start < end && TypedElements.Shift(kind) == 0)
        {
            TypedElements.Write(kind, first, start, value);
            new Span<byte>(first + start, end - start).Fill(first[start]);
            return Finish(frame[0]);
        }

        for (var i = start; i < end; i++)
        {
            TypedElements.Write(kind, first, i, value);
        }

        return Finish(frame[0]);
    }

    private int SetElements(long* frame, int count, int length)
    {
        var offset = IntegerArgument(Argument(frame, count, 2), 0);
        var source = *Argument(frame, count, 1);
        if (_hasBadArgument)
        {
            return Next;
        }

        if (offset < 0)
        {
            return Throw(ErrorKind.RangeError, "offset is out of bounds");
        }

        if (!IsObject(source) || !(IsTypedArray(source) || KindOf(source) == ObjectLayout.KindArray))
        {
            return IsNullish(source) ? Throw(ErrorKind.TypeError, "Cannot convert undefined or null to object")
                : EndUnsupported("set of a typed array with what is no array");
        }

        if (LengthOf(source) + offset > length)
        {
            return Throw(ErrorKind.RangeError, "offset is out of bounds");
        }

        if (!TryReadNumbers(source, out var numbers))
        {
            return FailConversion();
        }

        WriteNumbers(frame[0], (int)offset, numbers);
        return Finish(_state->Undefined);
    }

    private int MakeSubarray(long array, int start, int length)
    {
        if (!HasRoom(BufferLayout.ArrayBytes))
        {
            return Retry;
        }

        if (!TryMoveOut(array, out var isFull))
        {
            return isFull ? ThrowNoMemory() : Retry;
        }

        var thing = Object(array);
        var kind = KindOfElements(thing);
        var offset = Tagged.ToInteger(thing[BufferLayout.ByteOffset]) + (start << TypedElements.Shift(kind));
        return Finish(AllocateArray(kind, thing[BufferLayout.Buffer], offset, length));
    }

    private int SliceTypedArray(long array, int start, int length)
    {
        var kind = KindOfElements(Object(array));
        var status = TryMakeArray(kind, length, out var slice);
        if (status != Next)
        {
            return status;
        }

        var shift = TypedElements.Shift(kind);
        var bytes = (long)length << shift;
        if (bytes > 0)
        {
            PayInside(bytes / ClearedBytesANanosecond);
            System.Buffer.MemoryCopy(FirstElement(Object(array)) + ((long)start << shift), FirstElement(Object(slice)), bytes, bytes);
        }

        return Finish(slice);
    }

    private int FindNumber(long* frame, int count, int length)
    {
        var start = RelativeIndex(Argument(frame, count, 2), length, 0);
        if (_hasBadArgument)
        {
            return Next;
        }

        var thing = Object(frame[0]);
        var kind = KindOfElements(thing);
        var first = FirstElement(thing);
        var isNumber = TryNumber(Argument(frame, count, 1), out var wanted);
        for (var i = start; isNumber && i < length; i++)
        {
            if (TypedElements.Read(kind, first, i) == wanted)
            {
                return Finish(Tagged.SmallInteger(i));
            }
        }

        return Finish(Tagged.SmallInteger(-1));
    }
}
