using System.Numerics;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.JavaScript.Collections;

/// <summary>
/// The table of a WeakMap or WeakSet: pairs found by probing. A view of words; it allocates nothing and knows no barrier.
/// The collector frees pairs while the program stands: Note [Weak words].
/// </summary>
/// <remarks>Source: V8 11.3, objects/hash-table-inl.h and objects/objects.cc: HashTable.</remarks>
/// <param name="words">Its first word.</param>
internal readonly unsafe struct EphemeronTable(long* words)
{
    /// <summary>Pairs of the smallest table.</summary>
    public const int MinimumCapacity = 4;

    private const int MinimumShrunkCapacity = 16;

    /// <summary>Whether it is a WeakMap's.</summary>
    public bool IsMap => words[0] == Interpreting.ObjectLayout.WeakMapTableHeader;

    /// <summary>Elements.</summary>
    public int Count => Tagged.ToInteger(words[WeakWords.TableElements]);

    /// <summary>Pairs that were freed and are in the way of a search still.</summary>
    public int DeletedCount => Tagged.ToInteger(words[WeakWords.TableDeleted]);

    /// <summary>Pairs there is room for.</summary>
    public int Capacity => Tagged.ToInteger(words[WeakWords.TableCapacity]);

    /// <summary>Bytes of a table.</summary>
    /// <param name="capacity">Pairs, a power of two.</param>
    public static long Bytes(int capacity) => 8L * (WeakWords.TableFirstKey + (2L * capacity));

    /// <summary>The capacity for some elements: half as much again, as a power of two.</summary>
    /// <param name="elements">How many.</param>
    public static int CapacityFor(int elements) =>
        Math.Max(MinimumCapacity, (int)BitOperations.RoundUpToPowerOf2((uint)(elements + (elements >> 1))));

    /// <summary>Makes an empty table of words that were allocated.</summary>
    /// <param name="isMap">Whether it is a WeakMap's.</param>
    /// <param name="capacity">Pairs, a power of two.</param>
    /// <param name="undefined">What pairs that were never used hold.</param>
    public void Initialize(bool isMap, int capacity, long undefined)
    {
        words[0] = isMap ? Interpreting.ObjectLayout.WeakMapTableHeader : Interpreting.ObjectLayout.WeakSetTableHeader;
        words[1] = Tagged.SmallInteger(3 + (2 * capacity));
        words[WeakWords.TableCapacity] = Tagged.SmallInteger(capacity);
        Empty(undefined);
    }

    /// <summary>Frees all pairs.</summary>
    /// <param name="undefined">What pairs that were never used hold.</param>
    public void Empty(long undefined)
    {
        words[WeakWords.TableElements] = Tagged.Zero;
        words[WeakWords.TableDeleted] = Tagged.Zero;
        new Span<long>(words + WeakWords.TableFirstKey, 2 * Capacity).Fill(undefined);
    }

    /// <summary>The slot of a key; that of its value follows.</summary>
    /// <param name="pair">Its number.</param>
    public long* Key(int pair) => words + WeakWords.TableFirstKey + (2L * pair);

    /// <summary>Finds a key.</summary>
    /// <param name="key">A tagged word.</param>
    /// <param name="hash">Its hash.</param>
    /// <param name="undefined">What ends a search.</param>
    /// <returns>The number of its pair; minus one: it is not there.</returns>
    public int Find(long key, int hash, long undefined)
    {
        var mask = Capacity - 1;
        var pair = hash & mask;
        for (var step = 1; step <= Capacity && *Key(pair) != undefined; step++)
        {
            if (*Key(pair) == key)
            {
                return pair;
            }

            pair = (pair + step) & mask;
        }

        return -1;
    }

    /// <summary>Takes a free pair for a key that is not there; both words are still to be written.</summary>
    /// <param name="hash">Its hash.</param>
    /// <param name="undefined">What pairs that were never used hold.</param>
    public int Take(int hash, long undefined)
    {
        var mask = Capacity - 1;
        var pair = hash & mask;
        for (var step = 1; *Key(pair) != undefined && *Key(pair) != Tagged.Zero; step++)
        {
            pair = (pair + step) & mask;
        }

        var wasDeleted = *Key(pair) == Tagged.Zero;
        words[WeakWords.TableElements] = Tagged.SmallInteger(Count + 1);
        words[WeakWords.TableDeleted] = Tagged.SmallInteger(DeletedCount - (wasDeleted ? 1 : 0));
        return pair;
    }

    /// <summary>Frees a pair, as the collector does when its key dies.</summary>
    /// <param name="pair">Its number.</param>
    public void Free(int pair)
    {
        Key(pair)[0] = Tagged.Zero;
        Key(pair)[1] = Tagged.Zero;
        words[WeakWords.TableElements] = Tagged.SmallInteger(Count - 1);
        words[WeakWords.TableDeleted] = Tagged.SmallInteger(DeletedCount + 1);
    }

    /// <summary>Whether deleted pairs are so many that the table is to be put in order again.</summary>
    public bool IsCluttered => DeletedCount * 2 > Count;

    /// <summary>Whether one more element leaves enough free pairs.</summary>
    public bool HasRoom
    {
        get
        {
            var count = Count + 1;
            return count < Capacity && DeletedCount <= (Capacity - count) / 2 && count + (count >> 1) <= Capacity;
        }
    }

    /// <summary>The capacity when one element is deleted: less when three quarters are not in use.</summary>
    public int CapacityAfterDelete
    {
        get
        {
            var count = Count - 1;
            var capacity = CapacityFor(count);
            return count > Capacity / 4 || capacity < MinimumShrunkCapacity ? Capacity : capacity;
        }
    }
}
