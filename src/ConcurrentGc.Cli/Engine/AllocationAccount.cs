using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Engine;

/// <summary>
/// How much a program has allocated, from the sizes of the heap before and after its collections: what the heap grew by
/// between them, counted as V8 counts, with the tails of pages.
/// </summary>
/// <param name="used">Bytes used when the program begins.</param>
/// <remarks>Not safe for use by several threads.</remarks>
internal sealed class AllocationAccount(long used) : IRecordSink
{
    private long _allocated;
    private long _used = used;

    /// <summary>Bytes used in a heap, as a sum over its spaces.</summary>
    /// <param name="spaces">The spaces.</param>
    public static long UsedBytes(IEnumerable<HeapSpaceStatistics> spaces) => spaces.Sum(space => space.SpaceUsedSize);

    /// <summary>Bytes allocated by a program that has ended.</summary>
    /// <param name="usedAtEnd">Bytes used when it ended.</param>
    public long AllocatedBytes(long usedAtEnd) => _allocated + usedAtEnd - _used;

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        if (entry.Kind != EventKind.Statistic)
        {
            return;
        }

        switch ((Statistic)entry.Subject)
        {
            case Statistic.TotalBefore:
                _allocated += entry.Value - _used;
                break;
            case Statistic.TotalAfter:
                _used = entry.Value;
                break;
            default:
                // Other numbers do not say what was allocated.
                break;
        }
    }
}
