using System.Numerics;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Collections;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Hashes: numbers by value, strings by content, objects by a number of their own.</summary>
internal sealed unsafe partial class Machine
{
    // Note [Identity hashes].
    //
    // As in V8 an object gets its hash when it is first wanted, and keeps it in the word of its properties: a small integer
    // there is the hash of an object without a store of properties; a store has it in the lower half of its length word.
    // Hashes come from a sequence that begins with the seed, so that runs repeat.

    private const ulong HashMask = 0x1FFFFF;

    /// <summary>The hash of an object; zero: it has none yet.</summary>
    private int IdentityHash(long word)
    {
        var properties = Object(word)[1];
        return IsSmi(properties) ? Tagged.ToInteger(properties) : (int)Object(properties)[1];
    }

    private int MakeIdentityHash(long word)
    {
        var hash = IdentityHash(word);
        if (hash != 0)
        {
            return hash;
        }

        _state->Hash = (_state->Hash * 6364136223846793005) + 1442695040888963407;
        hash = Math.Max(1, (int)(_state->Hash >> 33 & HashMask));
        var properties = Object(word) + 1;
        if (*properties == _state->EmptyArray)
        {
            *properties = Tagged.SmallInteger(hash);
        }
        else
        {
            Object(*properties)[1] |= (uint)hash;
        }

        return hash;
    }

    /// <summary>Makes the key of a value; an object that has no hash gets one.</summary>
    /// <returns>False: return <see cref="Retry"/>.</returns>
    private bool TryMakeKey(long* value, out TableKey key)
    {
        var word = *value;
        key = default;
        if (TryNumber(value, out var number))
        {
            key = KeyOfNumber(number);
            return true;
        }

        if (!IsText(word))
        {
            key = new TableKey(word, 0, Mix(IsObject(word) ? (ulong)MakeIdentityHash(word) : (ulong)Object(word)[1]));
            return true;
        }

        if (!TryFlatten(word))
        {
            return false;
        }

        key = new TableKey(word, 0, HashOfText(word));
        return true;
    }

    private static TableKey KeyOfNumber(double number)
    {
        var integer = (int)number;
        return integer == number
            ? new TableKey(Tagged.SmallInteger(integer), 0, Mix((uint)integer))
            : new TableKey(ObjectLayout.DoubleMarker, number, Mix(double.IsNaN(number) ? 1 : (ulong)BitConverter.DoubleToInt64Bits(number)));
    }

    /// <summary>The key of what a table holds.</summary>
    private TableKey KeyOfStored(long word) => TryMakeKey(&word, out var key)
        ? key
        : throw new InvalidOperationException("A string in a table is not flat.");

    private uint HashOfText(long word)
    {
        var hash = 0UL;
        var length = TextLength(word);
        for (var i = 0; i < length; i++)
        {
            hash = (hash ^ CharacterAt(word, i)) * 1099511628211;
        }

        return Mix(hash);
    }

    private static uint Mix(ulong value) => (uint)(BitOperations.RotateLeft(value * 0x9E3779B97F4A7C15, 32) & 0x3FFFFFFF);

    /// <summary>Whether a stored word is a key, in the manner of SameValueZero.</summary>
    private bool IsKey(long stored, in TableKey key)
    {
        if (stored == key.Word)
        {
            return true;
        }

        if (!Tagged.IsPointer(stored))
        {
            return false;
        }

        if (key.Word == ObjectLayout.DoubleMarker)
        {
            return TryNumber(&stored, out var number) && number.Equals(key.Number);
        }

        return IsText(stored) && IsText(key.Word) && AreEqualTexts(stored, key.Word);
    }
}
