using System.Globalization;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Iterators of Map, Set, arrays and strings.</summary>
internal sealed unsafe partial class Machine
{
    private const int IteratorIndex = 4;
    private const int IteratorGives = 5;
    private const int GivesKeys = 0;
    private const int GivesEntries = 2;

    /// <summary>An entry as an array of two: the array and its store.</summary>
    private const int EntryBytes = ObjectLayout.ArrayBytes + ObjectHeader.ArrayPrefixBytes + 16;

    private int IteratorRoot(long iterator) => _shapes.Shapes[ObjectLayout.ShapeIndex(*Object(iterator))].Root;

    private int MakeIterator(int shape, long of, int bytes, int gives = 0)
    {
        if (!HasRoom(bytes))
        {
            return Retry;
        }

        var iterator = AllocateInstance(shape, bytes, out var word);
        iterator[TableSlot] = of;
        iterator[IteratorIndex] = Tagged.Zero;
        if (bytes > ObjectLayout.IteratorBytes)
        {
            iterator[IteratorGives] = Tagged.SmallInteger(gives);
        }

        return Finish(word);
    }

    private int CallIterationMethod(BuiltIn function, long* frame)
    {
        switch (function)
        {
            case BuiltIn.IteratorSelf:
                return Finish(frame[0]);
            case >= BuiltIn.ArrayKeys and <= BuiltIn.ArrayEntries:
                return IsObject(frame[0]) && KindOf(frame[0]) == ObjectLayout.KindArray
                    ? MakeIterator(Realm.ArrayIteratorShape, frame[0], ObjectLayout.ArrayIteratorBytes, function - BuiltIn.ArrayKeys)
                    : EndUnsupported("array methods on values that are no arrays");
            case BuiltIn.StringIterator:
                return IsText(frame[0])
                    ? MakeIterator(Realm.StringIteratorShape, frame[0], ObjectLayout.IteratorBytes)
                    : EndUnsupported("string methods on values that are no strings");
            case BuiltIn.Symbol:
                return EndUnsupported("symbols but for Symbol.iterator");
            case BuiltIn.SymbolToString:
                return frame[0] == _state->IteratorSymbol ? FinishText("Symbol(Symbol.iterator)") : ThrowIncompatible(frame);
            default:
                return NextResult(function, frame);
        }
    }

    /// <summary>The method next: a result object for the next element.</summary>
    private int NextResult(BuiltIn function, long* frame)
    {
        if (!IsIteratorOf(frame[0], function))
        {
            var receiver = IsObject(frame[0]) ? $"#<{ClassNameOf(frame[0])}>" : DescribeWord(frame[0]);
            return Throw(ErrorKind.TypeError, $"Method {IteratorTag(function)}.prototype.next called on incompatible receiver {receiver}");
        }

        long value;
        double number = 0;
        if (!TryAdvance(frame[0], ObjectLayout.IteratorResultBytes + ObjectLayout.BoxBytes, &value, ref number, out var isDone))
        {
            return Retry;
        }

        var boxed = value == ObjectLayout.DoubleMarker ? Box(number) : value;
        var result = Allocate(ObjectLayout.IteratorResultBytes, out var word);
        result[0] = _shapes.Shapes[_state->IteratorResult].Header;
        result[1] = _state->EmptyArray;
        result[2] = _state->EmptyArray;
        result[3] = boxed;
        result[4] = Boolean(isDone);
        return Finish(word);
    }

    /// <summary>Whether a value is an iterator that a next method belongs to.</summary>
    private bool IsIteratorOf(long word, BuiltIn next) =>
        IsObject(word) && KindOf(word) == ObjectLayout.KindIterator && next == NextOf(word);

    /// <summary>The method that steps an iterator of a built-in kind.</summary>
    private BuiltIn NextOf(long iterator) => IteratorRoot(iterator) switch
    {
        >= Realm.MapIteratorShape and < Realm.SetIteratorShape => BuiltIn.MapIteratorNext,
        >= Realm.SetIteratorShape and < Realm.ArrayIteratorShape => BuiltIn.SetIteratorNext,
        Realm.ArrayIteratorShape => BuiltIn.ArrayIteratorNext,
        _ => BuiltIn.StringIteratorNext,
    };

    private static string IteratorTag(BuiltIn next) => next switch
    {
        BuiltIn.MapIteratorNext => "Map Iterator",
        BuiltIn.SetIteratorNext => "Set Iterator",
        BuiltIn.ArrayIteratorNext => "Array Iterator",
        _ => "String Iterator",
    };

    /// <summary>Takes the next element of a built-in iterator.</summary>
    /// <param name="iterator">The iterator.</param>
    /// <param name="moreBytes">Bytes of small objects that can be allocated afterwards.</param>
    /// <param name="value">Gets the element; the marker of a double that is in <paramref name="number"/>.</param>
    /// <param name="number">Gets that double.</param>
    /// <param name="isDone">Whether there was none.</param>
    /// <returns>False: return <see cref="Retry"/>; nothing was changed.</returns>
    private bool TryAdvance(long iterator, int moreBytes, long* value, ref double number, out bool isDone)
    {
        var words = Object(iterator);
        isDone = words[TableSlot] == _state->Undefined;
        *value = _state->Undefined;
        var root = IteratorRoot(iterator);
        if (isDone)
        {
            return HasRoom(moreBytes);
        }

        return root switch
        {
            Realm.ArrayIteratorShape => TryAdvanceArray(words, moreBytes, value, ref number, out isDone),
            Realm.StringIteratorShape => TryAdvanceText(words, moreBytes, value, out isDone),
            _ => TryAdvanceTable(words, root, moreBytes, value, out isDone),
        };
    }

    private bool TryAdvanceTable(long* words, int root, int moreBytes, long* value, out bool isDone)
    {
        isDone = false;
        var isEntry = GivesEntry(root);
        if (!HasRoom(moreBytes + (isEntry ? EntryBytes : 0)))
        {
            return false;
        }

        var (table, index) = (words[TableSlot], Tagged.ToInteger(words[IteratorIndex]));
        FollowTable(ref table, ref index);
        index = ElementFrom(table, index);
        isDone = index < 0;
        StoreWithBarrier(words + TableSlot, isDone ? _state->Undefined : table);
        if (isDone)
        {
            return true;
        }

        words[IteratorIndex] = Tagged.SmallInteger(index + 1);
        var entries = Table(table);
        *value = isEntry ? MakeEntry(*entries.Key(index), *entries.Value(index))
            : root == Realm.MapIteratorShape ? *entries.Key(index) : *entries.Value(index);
        return true;
    }

    /// <summary>An array of two; room was asked for.</summary>
    private long MakeEntry(long key, long value)
    {
        var store = Allocate(EntryBytes - ObjectLayout.ArrayBytes, out var word);
        store[0] = ObjectLayout.FixedArrayHeader;
        store[1] = Tagged.SmallInteger(2);
        store[2] = key;
        store[3] = value;
        var isSmall = IsSmi(key) && IsSmi(value);
        return NewArrayObject(isSmall ? ObjectLayout.SmiArrayIndex : ObjectLayout.ValueArrayIndex, word, 2);
    }

    private bool TryAdvanceArray(long* words, int moreBytes, long* value, ref double number, out bool isDone)
    {
        var (array, index) = (words[TableSlot], Tagged.ToInteger(words[IteratorIndex]));
        var gives = Tagged.ToInteger(words[IteratorGives]);
        isDone = index >= LengthOf(array);
        if (!HasRoom(moreBytes + (gives == GivesEntries ? EntryBytes + ObjectLayout.BoxBytes : 0)))
        {
            return false;
        }

        if (isDone)
        {
            words[TableSlot] = _state->Undefined;
            return true;
        }

        words[IteratorIndex] = Tagged.SmallInteger(index + 1);
        *value = gives == GivesKeys ? Tagged.SmallInteger(index) : PeekElement(array, index, ref number);
        if (gives == GivesEntries)
        {
            *value = MakeEntry(Tagged.SmallInteger(index), *value == ObjectLayout.DoubleMarker ? Box(number) : *value);
        }

        return true;
    }

    /// <summary>The next character of a string: two units when they are a pair of surrogates.</summary>
    private bool TryAdvanceText(long* words, int moreBytes, long* value, out bool isDone)
    {
        var (text, index) = (words[TableSlot], Tagged.ToInteger(words[IteratorIndex]));
        isDone = index >= TextLength(text);
        if (isDone)
        {
            if (HasRoom(moreBytes))
            {
                words[TableSlot] = _state->Undefined;
                return true;
            }

            return false;
        }

        Span<char> units = [CharacterAt(text, index), index + 1 < TextLength(text) ? CharacterAt(text, index + 1) : '\0'];
        units = units[..(char.IsSurrogatePair(units[0], units[1]) ? 2 : 1)];
        if (!HasRoom(moreBytes + (int)TextBytes(units.Length, isOneByte: false)))
        {
            return false;
        }

        words[IteratorIndex] = Tagged.SmallInteger(index + units.Length);
        *value = MakeReserved(new string(units));
        return true;
    }

    /// <summary>
    /// One round of a loop over an iterator without a result object, in optimized code and for an iterator whose next method
    /// is the built-in one: there V8 does not make it either.
    /// </summary>
    private int StepIterator(long* fp, Instruction* pc)
    {
        var iterator = fp + pc->B;
        if (!IsHot(fp) || !IsObject(iterator[0]) || !IsFunction(iterator[1])
            || FunctionInfoOf(iterator[1]) is var info && ((info->Flags & FunctionFlags.BuiltIn) == FunctionFlags.None
                || !IsIteratorOf(iterator[0], (BuiltIn)info->BuiltIn)))
        {
            return Next;
        }

        double number = 0;
        long value;
        if (!TryAdvance(iterator[0], ObjectLayout.BoxBytes, &value, ref number, out var isDone))
        {
            return Retry;
        }

        fp[pc->A] = value;
        if (value == ObjectLayout.DoubleMarker)
        {
            Shadow(fp + pc->A) = number;
            fp[pc->A] = IsUnboxed(fp, pc) ? value : Box(number);
        }

        fp[pc->A + 1] = Boolean(isDone);
        return JumpWhen(true);
    }

    /// <summary>The method that makes an iterator; a value that has none is not iterable.</summary>
    private int LoadIteratorMethod(long* fp, Instruction* pc)
    {
        var receiver = fp[pc->B];
        if (!IsNullish(receiver))
        {
            var status = LoadNamed(fp + pc->B, Realm.NameIterator, fp + pc->A, null, isMethod: true);
            if (status != Next || IsFunction(fp[pc->A]))
            {
                return status;
            }
        }

        var info = FunctionOf(fp);
        return (info->Flags & FunctionFlags.Library) != FunctionFlags.None ? ThrowNotIterable(fp + pc->B)
            : _code.Functions[info->Index].Callees.ContainsKey(IndexOf(info, pc)) ? ThrowNotCallable(fp, pc, "is not iterable")
            : Throw(ErrorKind.TypeError, $"{DescribeValue(fp + pc->B)} is not iterable");
    }

    /// <summary>What an iterator method or next returned must be an object.</summary>
    private int CheckObject(long* fp, Instruction* pc)
    {
        if (IsObject(fp[pc->A]))
        {
            return Next;
        }

        return Throw(
            ErrorKind.TypeError,
            pc->D == 0 ? "Result of the Symbol.iterator method is not an object"
                : string.Create(CultureInfo.InvariantCulture, $"Iterator result {DescribeValue(fp + pc->A)} is not an object"));
    }
}
