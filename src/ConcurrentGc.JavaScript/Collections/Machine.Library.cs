using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Bytecode;
using ConcurrentGc.JavaScript.Shapes;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Functions of Object, what only the library calls, and how both complain.</summary>
internal sealed unsafe partial class Machine
{
    private int CallLibraryFunction(BuiltIn function, long* frame, int count)
    {
        var argument = Argument(frame, count, 1);
        switch (function)
        {
            case BuiltIn.CheckFunction:
                return IsFunction(*argument)
                    ? Finish(_state->Undefined)
                    : Throw(ErrorKind.TypeError, $"{DefaultCallSite(argument)} is not a function");
            case BuiltIn.CheckIterable:
                return IsNullish(*argument) ? ThrowNotIterable(argument) : Finish(_state->Undefined);
            case BuiltIn.CheckEntry:
                return IsObject(*argument)
                    ? Finish(_state->Undefined)
                    : Throw(ErrorKind.TypeError, $"Iterator value {DescribeValue(argument)} is not an entry object");
            case BuiltIn.InLibrary:
                return EndUnsupported("a function of the library that the text of the program does not name");
            default:
                return ListProperties(function, argument);
        }
    }

    private int ThrowNotIterable(long* value) =>
        Throw(ErrorKind.TypeError, $"{DefaultCallSite(value)} is not iterable (cannot read property Symbol(Symbol.iterator))");

    /// <summary>A value in a message that has no text of the program to quote.</summary>
    /// <remarks>Source: V8 11.3, execution/messages.cc, BuildDefaultCallSite.</remarks>
    private string DefaultCallSite(long* value)
    {
        var type = TextOf(TypeOf(*value));
        return IsText(*value) ? $"{type} \"{TextOf(*value)}\""
            : IsObject(*value) || *value == _state->Undefined || *value == _state->IteratorSymbol ? type
            : $"{type} {DescribeValue(value)}";
    }

    /// <summary>Object.keys, values and entries: array indexes first, then names in the order in which they came.</summary>
    private int ListProperties(BuiltIn function, long* argument)
    {
        if (IsNullish(*argument))
        {
            return Throw(ErrorKind.TypeError, "Cannot convert undefined or null to object");
        }

        if (IsText(*argument))
        {
            return EndUnsupported($"{NameOfList(function)} of a string");
        }

        var holder = *argument;
        var (elements, names) = IsObject(holder) ? (OwnElements(holder), KeysOf(holder)) : ([], []);
        names.Remove(Realm.NameIterator);
        if (IsObject(holder) && BuiltInName(holder) is not null)
        {
            return EndUnsupported($"{NameOfList(function)} of a built-in object");
        }

        if (IsObject(holder) && _shapes.Shapes[_shapes.Shapes[ObjectLayout.ShapeIndex(*Object(holder))].Root].IsPrototype != 0)
        {
            return EndUnsupported($"{NameOfList(function)} of a prototype"); // methods of a class are not listed
        }

        return MakePropertyList(function, holder, elements, names);
    }

    private int MakePropertyList(BuiltIn function, long holder, List<long> elements, List<int> names)
    {
        var count = elements.Count + names.Count;
        var texts = new string[count];
        long smallBytes = ObjectLayout.ArrayBytes;
        for (var i = 0; i < count; i++)
        {
            texts[i] = i < elements.Count ? Invariant(elements[i]) : NameOf(names[i - elements.Count]);
            smallBytes += (function == BuiltIn.ObjectValues ? 0 : NewTextBytes(texts[i])) + ObjectLayout.BoxBytes
                + (function == BuiltIn.ObjectEntries ? EntryBytes : 0);
        }

        if (smallBytes > _heap.Geometry.MaximumRegularObjectBytes)
        {
            return EndUnsupported($"{NameOfList(function)} of objects with so many properties");
        }

        if (!TryAllocateStore(smallBytes, ObjectHeader.ArrayPrefixBytes + (8L * count), out var store))
        {
            return Retry;
        }

        var words = Object(store);
        words[0] = ObjectLayout.FixedArrayHeader;
        words[1] = Tagged.SmallInteger(count);
        new Span<long>(words + 2, count).Fill(_state->Hole);
        for (var i = 0; i < count; i++)
        {
            var key = function == BuiltIn.ObjectValues ? 0 : MakeReserved(texts[i]);
            var value = function == BuiltIn.ObjectKeys ? 0 : i < elements.Count ? ElementWord(holder, elements[i]) : NamedWord(holder, names[i - elements.Count]);
            words[2 + i] = function switch
            {
                BuiltIn.ObjectKeys => key,
                BuiltIn.ObjectValues => value,
                _ => MakeEntry(key, value),
            };
        }

        return Finish(NewArrayObject(ObjectLayout.ValueArrayIndex, count == 0 ? _state->EmptyArray : store, count));
    }

    private static string NameOfList(BuiltIn function) =>
        function == BuiltIn.ObjectKeys ? "Object.keys" : function == BuiltIn.ObjectValues ? "Object.values" : "Object.entries";

    private List<long> OwnElements(long holder)
    {
        var found = new List<long>();
        var length = KindOf(holder) == ObjectLayout.KindArray || IsTypedArray(holder) ? LengthOf(holder) : Tagged.ToInteger(Object(Object(holder)[2])[1]);
        for (var i = 0; i < length; i++)
        {
            if (HasElement(holder, i))
            {
                found.Add(i);
            }
        }

        return found;
    }

    /// <summary>An element as a tagged word; room for a box was asked for.</summary>
    private long ElementWord(long holder, long index)
    {
        double number = 0;
        var word = PeekElement(holder, index, ref number);
        return word == ObjectLayout.DoubleMarker ? Box(number) : word;
    }

    /// <summary>A named property as a tagged word; room for a box was asked for.</summary>
    private long NamedWord(long holder, int name)
    {
        var owner = _shapes.Find(ObjectLayout.ShapeIndex(*Object(holder)), name);
        var word = *SlotOf(holder, owner);
        var isDouble = _shapes.Shapes[owner].Representation == Representation.Double;
        return isDouble && TryNumber(&word, out var number) && !IsSmi(word) ? Box(number) : word;
    }

    /// <summary>Appends an element to an array, as push does.</summary>
    private int Append(long array, long* value)
    {
        var length = ArrayLength(array);
        var root = ArrayRoot(array);
        var kind = *value == _state->Hole ? root : KindAfter(root, *value);
        var capacity = Tagged.ToInteger(Object(Object(array)[2])[1]);
        capacity = length + 1 > capacity ? length + 1 + ((length + 1) >> 1) + 16 : capacity;
        if (!TryPrepareElements(array, root, kind, capacity, BoxBytesOf(*value)))
        {
            return Retry;
        }

        if (*value != _state->Hole)
        {
            WriteElement(array, length, value);
        }

        Object(array)[3] = Tagged.SmallInteger(length + 1);
        return Next;
    }

    private int CheckDestructured(long* fp, Instruction* pc)
    {
        if (!IsNullish(fp[pc->A]))
        {
            return Next;
        }

        var (name, word) = (TextOf(_constants[pc->D]), OddballText(fp[pc->A]));
        return Throw(
            ErrorKind.TypeError,
            name.Length == 0
                ? $"Cannot destructure '{word}' as it is {word}."
                : $"Cannot destructure property '{name}' of '{word}' as it is {word}.");
    }
}
