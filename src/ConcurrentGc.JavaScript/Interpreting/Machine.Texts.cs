using ConcurrentGc.Heap.Words;

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
        if (length != TextLength(right))
        {
            return false;
        }

        if (*Object(left) == ObjectLayout.OneByteHeader && *Object(right) == ObjectLayout.OneByteHeader)
        {
            return new ReadOnlySpan<byte>(Object(left) + 2, length).SequenceEqual(new ReadOnlySpan<byte>(Object(right) + 2, length));
        }

        return string.Equals(TextOf(left), TextOf(right), StringComparison.Ordinal);
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
}
