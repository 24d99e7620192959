using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Buffers;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Elements and properties of typed arrays.</summary>
internal sealed unsafe partial class Machine
{
    /// <summary>The length of an array or typed array.</summary>
    private int LengthOf(long array) => IsTypedArray(array) ? Tagged.ToInteger(Object(array)[BufferLayout.Length]) : ArrayLength(array);

    private static ElementKind KindOfElements(long* array) => (ElementKind)Tagged.ToInteger(array[BufferLayout.Kind]);

    /// <summary>The first element of a typed array.</summary>
    private byte* FirstElement(long* array) => array[BufferLayout.Elements] == _state->EmptyArray
        ? BytesOf(Object(array[BufferLayout.Buffer])) + Tagged.ToInteger(array[BufferLayout.ByteOffset])
        : (byte*)(Object(array[BufferLayout.Elements]) + 2);

    /// <summary>An element: the hole where there is none, the marker and a number where it may be no small integer.</summary>
    private long PeekTypedElement(long* array, long index, ref double number)
    {
        if (index >= Tagged.ToInteger(array[BufferLayout.Length]))
        {
            return _state->Hole;
        }

        var kind = KindOfElements(array);
        var value = TypedElements.Read(kind, FirstElement(array), index);
        if (!TypedElements.HasDoubles(kind) || (kind == ElementKind.Uint32 && value <= int.MaxValue))
        {
            return Tagged.SmallInteger((int)value);
        }

        number = value;
        return ObjectLayout.DoubleMarker;
    }

    /// <summary>Whether a key is a number: then no property of a typed array has it as a name, be it an index or not.</summary>
    private bool TryTypedIndex(long* key, out long index)
    {
        if (TryIndex(key, out index))
        {
            return true;
        }

        index = long.MaxValue;
        return TryNumber(key, out _);
    }

    /// <summary>Stores an element; behind the end nothing is stored.</summary>
    private int StoreTypedElement(long array, long index, long* value)
    {
        if (!TryToNumber(value, out var number))
        {
            return FailConversion();
        }

        var thing = Object(array);
        if (index < Tagged.ToInteger(thing[BufferLayout.Length]))
        {
            TypedElements.Write(KindOfElements(thing), FirstElement(thing), index, number);
        }

        return Next;
    }

    /// <summary>The numbers of an array or typed array.</summary>
    /// <returns>False: return what <see cref="FailConversion"/> returns.</returns>
    private bool TryReadNumbers(long source, out double[] numbers)
    {
        numbers = new double[LengthOf(source)];
        for (var i = 0; i < numbers.Length; i++)
        {
            double number = 0;
            var word = PeekElement(source, i, ref number);
            if (word == ObjectLayout.DoubleMarker)
            {
                numbers[i] = number;
            }
            else if (!TryToNumber(&word, out numbers[i]))
            {
                return false;
            }
        }

        return true;
    }

    private void WriteNumbers(long array, int at, double[] numbers)
    {
        var thing = Object(array);
        var kind = KindOfElements(thing);
        var start = FirstElement(thing);
        PayInside(numbers.Length);
        for (var i = 0; i < numbers.Length; i++)
        {
            TypedElements.Write(kind, start, at + i, numbers[i]);
        }
    }

    private bool IsBufferProperty(long word, int name) =>
        name == Realm.NameByteLength || (IsTypedArray(word) && name is Realm.NameLength or Realm.NameBuffer or Realm.NameByteOffset);

    private int LoadBufferProperty(long word, int name, long* target)
    {
        var thing = Object(word);
        if (name == Realm.NameBuffer)
        {
            if (!TryMoveOut(word, out var isFull))
            {
                return isFull ? ThrowNoMemory() : Retry;
            }

            *target = Object(word)[BufferLayout.Buffer];
            return Next;
        }

        *target = name switch
        {
            Realm.NameLength => thing[BufferLayout.Length],
            Realm.NameByteOffset => thing[BufferLayout.ByteOffset],
            _ => thing[IsBuffer(word) ? BufferLayout.BufferLength : BufferLayout.ByteLength],
        };
        return Next;
    }
}
