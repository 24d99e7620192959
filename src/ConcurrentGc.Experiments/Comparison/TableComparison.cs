using ConcurrentGc.Experiments.Logs;

namespace ConcurrentGc.Experiments.Comparison;

/// <summary>A simulated table beside a real one.</summary>
/// <param name="Rows">All rows of the longer table, in order.</param>
/// <param name="RowsBeforeMarking">
/// How many leading rows must agree: those before V8 first started marking. Later ones depend on the speed of the real
/// machine and are listed only.
/// </param>
/// <param name="Fidelity">Totals, ratios and score.</param>
public sealed record TableComparison(IReadOnlyList<RowComparison> Rows, int RowsBeforeMarking, Fidelity Fidelity)
{
    private const int Fifth = 5;
    private const int Half = 2;

    /// <summary>Whether each row that must agree does.</summary>
    public bool AgreesBeforeMarking => FirstDisagreement == 0;

    /// <summary>One-based row that must agree and does not; zero when all do.</summary>
    public int FirstDisagreement { get; } =
        1 + Rows.Take(RowsBeforeMarking).Select(row => row.Agrees).ToList().IndexOf(false);

    /// <summary>
    /// Whether both may be of one program under the same flags. They are not when what they allocated differs by more than a
    /// fifth, which speeds hardly change, or what survived by more than half, each beyond what one collection more may have.
    /// </summary>
    public bool MayBeOfOneProgram =>
        IsAlike(row => row.Allocated, Fifth) && IsAlike(row => row.Copied + row.Promoted, Half);

    /// <summary>Compares two tables row by row and in total.</summary>
    /// <param name="simulated">The simulated run.</param>
    /// <param name="reference">The real run.</param>
    /// <param name="rowsBeforeMarking">How many rows must agree; null: by V8's limit rule.</param>
    public static TableComparison Of(
        IReadOnlyList<TableRow> simulated, IReadOnlyList<TableRow> reference, int? rowsBeforeMarking = null)
    {
        var rows = new List<RowComparison>();
        for (var index = 0; index < Math.Max(simulated.Count, reference.Count); index++)
        {
            rows.Add(new RowComparison(
                index < simulated.Count ? simulated[index] : null,
                index < reference.Count ? reference[index] : null));
        }

        var mustAgree = Math.Clamp(rowsBeforeMarking ?? MarkingStart.RowsBefore(reference), 0, reference.Count);

        // A table without a mark-compact must agree to its end, a surplus of rows included.
        var isWhole = mustAgree == reference.Count;
        return new TableComparison(
            rows,
            isWhole ? rows.Count : mustAgree,
            Fidelity.Of(RunTotals.Of(simulated), RunTotals.Of(reference)));
    }

    private bool IsAlike(Func<TableRow, long> quantity, int part)
    {
        List<long> ours = [.. Rows.Select(row => row.Simulated).OfType<TableRow>().Select(quantity)];
        List<long> others = [.. Rows.Select(row => row.Reference).OfType<TableRow>().Select(quantity)];
        var oneCollection = ours.Concat(others).DefaultIfEmpty().Max();
        return Math.Abs(ours.Sum() - others.Sum()) <= (Math.Max(ours.Sum(), others.Sum()) / part) + oneCollection;
    }
}
