using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>Arrays that get shorter: their store is emptied, trimmed in place, or keeps its size. See Note [Layout changes].</summary>
/// <remarks>Source: V8 11.3, objects/elements.cc (SetLengthImpl), builtins/builtins-array-gen.cc, compiler/js-call-reducer.cc.</remarks>
internal sealed unsafe partial class Machine
{
    /// <summary>Elements by which a store grows at least; so many are left unused, too.</summary>
    private const int MinimumAddedElements = 16;

    /// <summary>Takes the last element off. Optimized code only writes a hole; other code shrinks a store that is half empty.</summary>
    /// <param name="array">The array.</param>
    /// <param name="length">Its length afterwards.</param>
    /// <returns>False: return <see cref="Retry"/>; nothing was changed.</returns>
    private bool TryPopElement(long array, int length)
    {
        var store = Object(Object(array)[2]);
        if (!IsHot(Frame) && (2L * length) + MinimumAddedElements < Tagged.ToInteger(store[1]))
        {
            return TryShrinkElements(array, length);
        }

        if (!TryOwnElements(array))
        {
            return false;
        }

        FillHoles(Object(Object(array)[2]), length, length + 1);
        return true;
    }

    /// <summary>What becomes of the store of an array whose length is set to less than it is.</summary>
    /// <param name="array">The array; the caller writes its length.</param>
    /// <param name="length">Its length afterwards.</param>
    /// <returns>False: return <see cref="Retry"/>; nothing was changed.</returns>
    private bool TryShrinkElements(long array, int length)
    {
        if (length == 0)
        {
            Object(array)[2] = _state->EmptyArray;
            return true;
        }

        if (!TryOwnElements(array))
        {
            return false;
        }

        var word = Object(array)[2];
        var store = Object(word);
        var capacity = Tagged.ToInteger(store[1]);
        var used = Math.Min(ArrayLength(array), capacity);
        var kept = capacity;
        if ((2L * length) + MinimumAddedElements <= capacity)
        {
            kept = length + 1 == used ? capacity - ((capacity - length) / 2) : length;
            LayoutChange.TrimNow(_heap, Tagged.Address(word), kept);
        }

        FillHoles(store, length, Math.Min(used, kept));
        return true;
    }

    /// <summary>Makes a store that literals share the array's own.</summary>
    private bool TryOwnElements(long array)
    {
        var store = Object(Object(array)[2]);
        return *store != ObjectLayout.CopyOnWriteHeader
            || TryPrepareElements(array, ArrayRoot(array), ArrayRoot(array), Tagged.ToInteger(store[1]), 0);
    }

    private void FillHoles(long* store, int from, int end)
    {
        if (from < end)
        {
            new Span<long>(store + 2 + from, end - from).Fill(*store == ObjectLayout.DoubleArrayHeader ? ObjectLayout.HoleBits : _state->Hole);
        }
    }
}
