using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Buffers;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Constructors of typed arrays.</summary>
internal sealed unsafe partial class Machine
{
    private int MakeTypedArray(ElementKind kind, long* frame, int count)
    {
        var argument = Argument(frame, count, 1);
        if (!IsObject(*argument))
        {
            var length = IntegerArgument(argument, 0);
            return _hasBadArgument ? Next : FinishTypedArray(kind, length);
        }

        if (IsBuffer(*argument))
        {
            return MakeView(kind, frame, count);
        }

        return IsTypedArray(*argument) || KindOf(*argument) == ObjectLayout.KindArray
            ? CopyToTypedArray(kind, *argument)
            : EndUnsupported("typed arrays made of objects that are no arrays and no buffers");
    }

    private int FinishTypedArray(ElementKind kind, double length)
    {
        if (RefuseLength(kind, length) is { } refused)
        {
            return refused;
        }

        var status = TryMakeArray(kind, (long)length, out var array);
        return status == Next ? Finish(array) : status;
    }

    /// <summary>What the caller returns for a length that no typed array can have; null: one can.</summary>
    private int? RefuseLength(ElementKind kind, double length) =>
        length is < 0 or > 4294967296 ? Throw(ErrorKind.RangeError, $"Invalid typed array length: {NumberText.Of(length)}")
        : (long)length << TypedElements.Shift(kind) > BufferLayout.MostBytes ? EndUnsupported("array buffers of two gigabytes and more")
        : null;

    /// <summary>Makes a typed array with bytes of its own: in the heap when they are few.</summary>
    /// <returns>Next; or what the caller returns.</returns>
    private int TryMakeArray(ElementKind kind, long length, out long array)
    {
        array = 0;
        var bytes = length << TypedElements.Shift(kind);
        var isInHeap = bytes is > 0 and <= BufferLayout.MostBytesInHeap;
        var storeBytes = isInHeap ? BufferLayout.BytesInHeap(bytes) : 0;
        if (!HasRoom(BufferLayout.BufferBytes + BufferLayout.ArrayBytes + storeBytes) || (!isInHeap && !TryReserveStore(bytes)))
        {
            return Retry;
        }

        var elements = _state->EmptyArray;
        long buffer;
        if (isInHeap)
        {
            var store = Allocate(storeBytes, out elements);
            store[0] = BufferLayout.BytesHeader;
            store[1] = bytes << 32;
            new Span<byte>(store + 2, storeBytes - ObjectHeader.ArrayPrefixBytes).Clear();
            _ = AllocateBuffer(bytes, out buffer);
        }
        else if (!TryMakeBuffer(bytes, out buffer))
        {
            return ThrowNoMemory();
        }

        array = AllocateArray(kind, buffer, 0, length);
        Object(array)[BufferLayout.Elements] = elements;
        return Next;
    }

    /// <summary>A typed array over a buffer; room was asked for.</summary>
    private long AllocateArray(ElementKind kind, long buffer, int byteOffset, long length)
    {
        var thing = AllocateInstance(Realm.TypedArrayShape + (int)kind, BufferLayout.ArrayBytes, out var array);
        new Span<long>(thing + 3, (BufferLayout.ArrayBytes / 8) - 3).Clear();
        thing[BufferLayout.Buffer] = buffer;
        thing[BufferLayout.ByteOffset] = Tagged.SmallInteger(byteOffset);
        thing[BufferLayout.ByteLength] = Tagged.SmallInteger((int)(length << TypedElements.Shift(kind)));
        thing[BufferLayout.Length] = Tagged.SmallInteger((int)length);
        thing[BufferLayout.Kind] = Tagged.SmallInteger((int)kind);
        return array;
    }

    private int MakeView(ElementKind kind, long* frame, int count)
    {
        var size = 1 << TypedElements.Shift(kind);
        var name = TypedElements.ClassNames[(int)kind];
        var buffer = frame[1];
        var bytes = Tagged.ToInteger(Object(buffer)[BufferLayout.BufferLength]);
        var offset = IntegerArgument(Argument(frame, count, 2), 0);
        var wanted = *Argument(frame, count, 3) == _state->Undefined ? -1 : IntegerArgument(Argument(frame, count, 3), 0);
        var hasLength = *Argument(frame, count, 3) != _state->Undefined;
        if (_hasBadArgument)
        {
            return Next;
        }

        if (offset < 0 || (hasLength && wanted < 0))
        {
            return Throw(ErrorKind.RangeError, offset < 0
                ? $"Start offset {NumberText.Of(offset)} is outside the bounds of the buffer"
                : $"Invalid typed array length: {NumberText.Of(wanted)}");
        }

        if (offset % size != 0 || (!hasLength && bytes % size != 0))
        {
            return Throw(ErrorKind.RangeError, $"{(offset % size != 0 ? "start offset" : "byte length")} of {name} should be a multiple of {Invariant(size)}");
        }

        if (offset > bytes)
        {
            return Throw(ErrorKind.RangeError, $"Start offset {NumberText.Of(offset)} is outside the bounds of the buffer");
        }

        var length = hasLength ? wanted : (bytes - offset) / size;
        if (offset + (length * size) > bytes)
        {
            return Throw(ErrorKind.RangeError, $"Invalid typed array length: {NumberText.Of(length)}");
        }

        return HasRoom(BufferLayout.ArrayBytes) ? Finish(AllocateArray(kind, buffer, (int)offset, (long)length)) : Retry;
    }

    private int CopyToTypedArray(ElementKind kind, long source)
    {
        var length = LengthOf(source);
        if (RefuseLength(kind, length) is { } refused)
        {
            return refused;
        }

        if (!TryReadNumbers(source, out var numbers))
        {
            return FailConversion();
        }

        var status = TryMakeArray(kind, length, out var array);
        if (status != Next)
        {
            return status;
        }

        WriteNumbers(array, 0, numbers);
        return Finish(array);
    }
}
