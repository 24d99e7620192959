using System.Text;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Bytecode;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Strings: bytes or 16-bit units, concatenations and slices that are not copied, flattened when they are read.</summary>
internal sealed unsafe partial class Machine
{
    private int TextLength(long word) => (int)(Object(word)[1] >>> 32);

    /// <summary>Characters of a string as a managed one; nothing is allocated in the heap.</summary>
    private string TextOf(long word)
    {
        var length = TextLength(word);
        return length == 0 ? string.Empty : string.Create(length, (this, word), static (target, state) => state.Item1.CopyText(state.word, 0, target));
    }

    private void CopyText(long word, int start, Span<char> target)
    {
        while (target.Length > 0)
        {
            var thing = Object(word);
            switch (ObjectLayout.Kind(*thing))
            {
                case ObjectLayout.KindOneByte:
                    for (var i = 0; i < target.Length; i++)
                    {
                        target[i] = (char)((byte*)(thing + 2))[start + i];
                    }

                    return;
                case ObjectLayout.KindTwoByte:
                    new ReadOnlySpan<char>((char*)(thing + 2) + start, target.Length).CopyTo(target);
                    return;
                case ObjectLayout.KindSliced:
                    start += Tagged.ToInteger(thing[3]);
                    word = thing[2];
                    break;
                default:
                    word = CopyHalf(thing, ref start, ref target);
                    break;
            }
        }
    }

    /// <summary>Copies the shorter side of a concatenation by recursion, so that the depth of a rope costs no stack.</summary>
    private long CopyHalf(long* cons, ref int start, ref Span<char> target)
    {
        var firstLength = TextLength(cons[2]);
        if (start >= firstLength)
        {
            start -= firstLength;
            return cons[3];
        }

        if (start + target.Length <= firstLength)
        {
            return cons[2];
        }

        var inFirst = firstLength - start;
        if (inFirst <= target.Length - inFirst)
        {
            CopyText(cons[2], start, target[..inFirst]);
            target = target[inFirst..];
            start = 0;
            return cons[3];
        }

        CopyText(cons[3], 0, target[inFirst..]);
        target = target[..inFirst];
        return cons[2];
    }

    private bool IsOneByte(long word)
    {
        while (true)
        {
            var thing = Object(word);
            switch (ObjectLayout.Kind(*thing))
            {
                case ObjectLayout.KindOneByte:
                    return true;
                case ObjectLayout.KindTwoByte:
                    return false;
                case ObjectLayout.KindSliced:
                    word = thing[2];
                    break;
                default:
                    // A concatenation notes in the lower half of its length that it has wide characters.
                    return (thing[1] & 2) == 0;
            }
        }
    }

    private static long TextBytes(int length, bool isOneByte) =>
        ObjectHeader.ArrayPrefixBytes + ((((isOneByte ? 1L : 2L) * length) + 7) & ~7L);

    private static bool IsOneByte(ReadOnlySpan<char> text) => !text.ContainsAnyExceptInRange('\0', '\u00ff');

    /// <summary>Makes a string; a character below 256 and the empty string exist already.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryMakeText(ReadOnlySpan<char> text, out long word)
    {
        if (TryKnownText(text, out word))
        {
            return true;
        }

        var isOneByte = IsOneByte(text);
        if (!TryAllocateStore(0, TextBytes(text.Length, isOneByte), out word))
        {
            return false;
        }

        FillText(Object(word), text, isOneByte);
        return true;
    }

    private bool TryKnownText(ReadOnlySpan<char> text, out long word)
    {
        word = _state->EmptyText;
        if (text.Length == 1 && text[0] < 256)
        {
            word = _state->EmptyText + 16 + (24 * text[0]);
        }

        return text.Length == 0 || (text.Length == 1 && text[0] < 256);
    }

    /// <summary>Writes a string whose memory was allocated.</summary>
    /// <param name="thing">Its first word.</param>
    /// <param name="text">Its characters.</param>
    /// <param name="isOneByte">Whether all of them are below 256.</param>
    internal static void FillText(long* thing, ReadOnlySpan<char> text, bool isOneByte)
    {
        thing[0] = isOneByte ? ObjectLayout.OneByteHeader : ObjectLayout.TwoByteHeader;
        thing[1] = (long)text.Length << 32;
        if (text.Length == 0)
        {
            return;
        }

        thing[(TextBytes(text.Length, isOneByte) / 8) - 1] = 0;
        if (isOneByte)
        {
            for (var i = 0; i < text.Length; i++)
            {
                ((byte*)(thing + 2))[i] = (byte)text[i];
            }
        }
        else
        {
            text.CopyTo(new Span<char>(thing + 2, text.Length));
        }
    }

    /// <summary>Replaces a concatenation by its copy, so that characters can be read by index.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryFlatten(long word)
    {
        var cons = Object(word);
        if (*cons != ObjectLayout.ConsHeader || cons[3] == _state->EmptyText)
        {
            return true;
        }

        var isOneByte = IsOneByte(word);
        var length = TextLength(word);
        if (!TryAllocateStore(0, TextBytes(length, isOneByte), out var flat))
        {
            return false;
        }

        CopyFlat(word, Object(flat), length, isOneByte);
        StoreWithBarrier(cons + 2, flat);
        cons[3] = _state->EmptyText;
        return true;
    }

    private void CopyFlat(long word, long* flat, int length, bool isOneByte)
    {
        if (isOneByte)
        {
            FillText(flat, TextOf(word), isOneByte: true);
            return;
        }

        flat[0] = ObjectLayout.TwoByteHeader;
        flat[1] = (long)length << 32;
        flat[(TextBytes(length, isOneByte: false) / 8) - 1] = 0;
        CopyText(word, 0, new Span<char>(flat + 2, length));
    }

    /// <summary>A character of a string that is flat or a slice of one.</summary>
    private char CharacterAt(long word, int index)
    {
        while (true)
        {
            var thing = Object(word);
            switch (ObjectLayout.Kind(*thing))
            {
                case ObjectLayout.KindOneByte:
                    return (char)((byte*)(thing + 2))[index];
                case ObjectLayout.KindTwoByte:
                    return ((char*)(thing + 2))[index];
                case ObjectLayout.KindSliced:
                    index += Tagged.ToInteger(thing[3]);
                    word = thing[2];
                    break;
                default:
                    word = thing[2];
                    break;
            }
        }
    }

    private bool AreEqualTexts(long left, long right)
    {
        var length = TextLength(left);
        return length == TextLength(right) && string.Equals(TextOf(left), TextOf(right), StringComparison.Ordinal);
    }

    private int Add(long* fp, Instruction* pc)
    {
        if (TryNumber(fp + pc->B, out var left) && TryNumber(fp + pc->C, out var right))
        {
            return TrySetDouble(fp + pc->A, left + right) ? Next : Retry;
        }

        return AddRegisters(fp, pc, fp + pc->B, fp + pc->C);
    }

    private int AddValues(long* fp, Instruction* pc, long left, long right) => AddRegisters(fp, pc, &left, &right);

    private int AddRegisters(long* fp, Instruction* pc, long* left, long* right)
    {
        var isText = IsText(*left) || IsText(*right) || IsObject(*left) || IsObject(*right);
        if (!isText)
        {
            return TryToNumber(left, out var first) && TryToNumber(right, out var second)
                ? TrySetNumber(fp + pc->A, first + second) ? Next : Retry
                : ThrowUnconvertible();
        }

        string? leftText = null;
        string? rightText = null;
        if ((!IsText(*left) && !TryText(left, out leftText)) || (!IsText(*right) && !TryText(right, out rightText)))
        {
            return ThrowUnconvertible();
        }

        return Concatenate(fp, pc, *left, leftText, *right, rightText);
    }

    /// <summary>Joins two strings of which one may still have to be made from a managed text.</summary>
    private int Concatenate(long* fp, Instruction* pc, long left, string? leftText, long right, string? rightText)
    {
        var newBytes = NewTextBytes(leftText) + NewTextBytes(rightText);
        var length = (long)(leftText?.Length ?? TextLength(left)) + (rightText?.Length ?? TextLength(right));
        if (length > ObjectLayout.MaximumStringLength)
        {
            return Throw(ErrorKind.RangeError, "Invalid string length");
        }

        if (!HasRoom(newBytes + Math.Max(TextBytes(ObjectLayout.MinimumRopeLength, isOneByte: false), 4 * 8)))
        {
            return Retry;
        }

        left = leftText is null ? left : MakeReserved(leftText);
        right = rightText is null ? right : MakeReserved(rightText);
        fp[pc->A] = JoinReserved(left, right, (int)length);
        return Next;
    }

    private long NewTextBytes(string? text) =>
        text is null || TryKnownText(text, out _) ? 0 : TextBytes(text.Length, IsOneByte(text.AsSpan()));

    private long MakeReserved(string text)
    {
        if (TryKnownText(text, out var word) || TryCachedNumber(text, out word))
        {
            return word;
        }

        var isOneByte = IsOneByte(text.AsSpan());
        FillText(Allocate(TextBytes(text.Length, isOneByte), out word), text, isOneByte);
        CacheNumber(text, word);
        return word;
    }

    private long JoinReserved(long left, long right, int length)
    {
        if (TextLength(left) == 0)
        {
            return right;
        }

        if (TextLength(right) == 0)
        {
            return left;
        }

        var isOneByte = IsOneByte(left) && IsOneByte(right);
        long word;
        if (length < ObjectLayout.MinimumRopeLength)
        {
            Span<char> joined = stackalloc char[length];
            CopyText(left, 0, joined[..TextLength(left)]);
            CopyText(right, 0, joined[TextLength(left)..]);
            FillText(Allocate(TextBytes(length, isOneByte), out word), joined, isOneByte);
            return word;
        }

        var cons = Allocate(32, out word);
        cons[0] = ObjectLayout.ConsHeader;
        cons[1] = ((long)length << 32) | (isOneByte ? 0L : 2L);
        cons[2] = left;
        cons[3] = right;
        return word;
    }

    /// <summary>Part of a string.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TrySlice(long word, int start, int end, out long part)
    {
        part = word;
        var length = end - start;
        if (length <= 0)
        {
            part = _state->EmptyText;
            return true;
        }

        if (length == TextLength(word))
        {
            return true;
        }

        if (!TryFlatten(word))
        {
            return false;
        }

        if (length < ObjectLayout.MinimumRopeLength)
        {
            Span<char> copy = stackalloc char[length];
            CopyText(word, start, copy);
            return TryMakeText(copy, out part);
        }

        if (!HasRoom(32))
        {
            return false;
        }

        // A slice of a slice, or of a concatenation that has been copied, points to the flat string.
        for (var thing = Object(word); ObjectLayout.Kind(*thing) is ObjectLayout.KindSliced or ObjectLayout.KindCons; thing = Object(word))
        {
            start += ObjectLayout.Kind(*thing) == ObjectLayout.KindSliced ? Tagged.ToInteger(thing[3]) : 0;
            word = thing[2];
        }

        var slice = Allocate(32, out part);
        slice[0] = ObjectLayout.SlicedHeader;
        slice[1] = Tagged.SmallInteger(length);
        slice[2] = word;
        slice[3] = Tagged.SmallInteger(start);
        return true;
    }

    private int ToTextInstruction(long* fp, Instruction* pc)
    {
        if (IsText(fp[pc->B]))
        {
            fp[pc->A] = fp[pc->B];
            return Next;
        }

        if (!TryText(fp + pc->B, out var text))
        {
            return ThrowUnconvertible();
        }

        if (!HasRoom(NewTextBytes(text)))
        {
            return Retry;
        }

        fp[pc->A] = MakeReserved(text);
        return Next;
    }

    /// <summary>The text of any value.</summary>
    /// <returns>False: its conversion would run code of the program, which is not available.</returns>
    private bool TryText(long* register, out string text)
    {
        var word = *register;
        if (TryNumber(register, out var number))
        {
            text = NumberText.Of(number);
            return true;
        }

        if (IsText(word))
        {
            text = TextOf(word);
            return true;
        }

        if (IsObject(word))
        {
            return TryObjectText(word, out text);
        }

        text = OddballText(word);
        return true;
    }

    private string OddballText(long word) =>
        word == _state->Undefined ? "undefined"
        : word == _state->Null ? "null"
        : word == _state->True ? "true"
        : word == _state->False ? "false" : "hole";

    private bool TryTaggedText(long word, out string text) => TryText(&word, out text);

    private bool TryObjectText(long word, out string text)
    {
        text = string.Empty;
        if (HasOwnConversion(word))
        {
            return false;
        }

        switch (ObjectLayout.Kind(*Object(word)))
        {
            case ObjectLayout.KindArray:
                return TryJoin(word, ",", out text);
            case ObjectLayout.KindFunction:
                var info = FunctionInfoOf(word);
                text = (info->Flags & FunctionFlags.BuiltIn) != FunctionFlags.None
                    ? $"function {TextOf(_constants[info->Name])}() {{ [native code] }}"
                    : _text.SourceOf(info->Index);
                return true;
            case ObjectLayout.KindError:
                return TryErrorText(word, out text);
            default:
                text = "[object Object]";
                return true;
        }
    }

    private bool TryJoin(long array, string separator, out string text)
    {
        var joined = new StringBuilder();
        var length = Tagged.ToInteger(Object(array)[3]);
        text = string.Empty;
        for (var i = 0; i < length; i++)
        {
            joined.Append(i == 0 ? string.Empty : separator);
            double number = 0;
            var element = PeekElement(array, i, ref number);
            if (element == ObjectLayout.DoubleMarker)
            {
                joined.Append(NumberText.Of(number));
            }
            else if (!IsNullish(element))
            {
                if (!TryTaggedText(element, out var part))
                {
                    return false;
                }

                joined.Append(part);
            }
        }

        text = joined.ToString();
        return true;
    }

    private FunctionInfo* FunctionInfoOf(long function) =>
        (FunctionInfo*)(_base + Object(function)[ObjectLayout.FunctionInfoOffset / 8]);

    private long TypeOf(long word)
    {
        var name = KindOf(word) switch
        {
            ObjectLayout.KindNumber => Realm.TypeNumber,
            >= ObjectLayout.KindOneByte and <= ObjectLayout.KindSliced => Realm.TypeString,
            ObjectLayout.KindFunction => Realm.TypeFunction,
            >= ObjectLayout.KindObject => Realm.TypeObject,
            _ => word == _state->Undefined ? Realm.TypeUndefined : word == _state->Null ? Realm.TypeObject : Realm.TypeBoolean,
        };
        return _constants[_text.RealmConstants + name];
    }
}
