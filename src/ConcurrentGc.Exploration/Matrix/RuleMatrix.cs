using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Exploration.Matrix;

/// <summary>Every combination of the rules of the textbook collector, in a fixed order.</summary>
public static class RuleMatrix
{
    private static readonly bool[] _yesNo = [true, false];

    /// <summary>The 224 sets of rules; the last rule changes fastest.</summary>
    /// <param name="variants">Other readings, the same for all.</param>
    public static IReadOnlyList<TextbookRules> Rules(TextbookVariants variants = TextbookVariants.None) =>
    [
        .. from barrier in Enum.GetValues<TextbookBarrier>()
           from snapshot in _yesNo
           from rescan in _yesNo
           from newborns in Enum.GetValues<NewbornColor>()
           from pauses in Enum.GetValues<CollectorPauses>()
           select new TextbookRules(barrier, snapshot, rescan, newborns, pauses, variants),
    ];
}
