using System.Globalization;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>What a step put into the store buffer of its core, in words.</summary>
/// <param name="watch">Knows the names of words and objects.</param>
internal sealed class BufferWords(HeapWatch watch)
{
    /// <summary>A phrase for each store that waits since a step. Words that are in no object, as locks, have no name and none.</summary>
    /// <param name="before">An actor before the step.</param>
    /// <param name="after">The same behind it.</param>
    /// <param name="name">Its name.</param>
    public IEnumerable<string> Of(SeatView before, SeatView after, string name)
    {
        if (before.Role is not BufferedStores { Stores: var was } || after.Role is not BufferedStores { Stores: var now })
        {
            yield break;
        }

        var left = was;
        while (!left.SequenceEqual(now.Take(left.Count)))
        {
            left = [.. left.Skip(1)]; // it has reached memory
        }

        foreach (var store in now.Skip(left.Count))
        {
            if (watch.SlotAt(store.Address) is { } slot)
            {
                yield return $"{slot} = {Value(store.Value)} waits in {name}";
            }
        }
    }

    private string Value(long word) => word == Tagged.Zero ? "null"
        : watch.NameOf(word) ?? Tagged.ToInteger(word).ToString(CultureInfo.InvariantCulture);
}
