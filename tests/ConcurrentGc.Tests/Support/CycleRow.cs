using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Support;

/// <summary>One cycle of a run record, with its numbers.</summary>
internal sealed record CycleRow(CycleKind Kind, CollectionCause Cause, IReadOnlyDictionary<Statistic, long> Numbers)
{
    public long this[Statistic statistic] => Numbers[statistic];

    /// <summary>The cycles of a record, in order.</summary>
    public static IReadOnlyList<CycleRow> ListOf(IEnumerable<RecordEntry> record)
    {
        var rows = new List<CycleRow>();
        var numbers = new Dictionary<Statistic, long>();
        var cause = CollectionCause.Unknown;
        foreach (var entry in record)
        {
            switch (entry.Kind)
            {
                case EventKind.CycleBegin:
                    (numbers, cause) = ([], (CollectionCause)entry.Value);
                    break;
                case EventKind.Statistic:
                    numbers[(Statistic)entry.Subject] = entry.Value;
                    break;
                case EventKind.CycleEnd:
                    rows.Add(new CycleRow((CycleKind)entry.Subject, cause, numbers));
                    break;
                default:
                    break;
            }
        }

        return rows;
    }
}
