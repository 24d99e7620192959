using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What a line of <c>orinoco explore --matrix</c> asks for.</summary>
/// <param name="Question">What is asked of each set of rules.</param>
/// <param name="Rules">The sets, in the order of the matrix.</param>
/// <param name="Jobs">Sets that are decided side by side.</param>
/// <param name="CsvFile">Where verdicts go; null: nowhere.</param>
/// <param name="CheckpointFile">Where they are kept while there are more to come; null: nowhere.</param>
internal sealed record MatrixPlan(TextbookQuestion Question, IReadOnlyList<TextbookRules> Rules, int Jobs, string? CsvFile, string? CheckpointFile)
{
    private const int DefaultObjects = 3;

    /// <summary>Flags that choose rules.</summary>
    public static IReadOnlyList<Flag> Choosing { get; } =
        [Flags.Barrier, ExploreFlags.Snapshot, ExploreFlags.Rescan, ExploreFlags.Allocation, ExploreFlags.Pauses];

    /// <summary>The flags that it takes.</summary>
    public static IReadOnlyList<Flag> Allowed { get; } =
    [
        ExploreFlags.Matrix, ExploreFlags.Objects, ExploreFlags.Unbounded, ExploreFlags.Operations, ExploreFlags.CsvFile,
        ExploreFlags.Checkpoint, Flags.Jobs, Flags.Json, .. Choosing,
    ];

    /// <summary>The bound in words; it belongs to the question.</summary>
    public string Bound => Question.Operations is { } operations
        ? $"the mutator makes at most {operations} operations"
        : "the mutator is unbounded";

    /// <summary>Reads a line.</summary>
    /// <param name="line">It has <c>--matrix</c>.</param>
    /// <exception cref="UsageException">A word, a flag of another command, or a value that is not allowed.</exception>
    public static MatrixPlan Read(ParsedLine line)
    {
        if (line.Words.Skip(1).Concat(line.Tail).FirstOrDefault() is { } word)
        {
            throw new UsageException($"explore --matrix: found '{word}', allowed: flags only");
        }

        ExploreFlags.RefuseOthers(line, "explore --matrix", Allowed);
        if (line.Has(ExploreFlags.Unbounded) && line.Has(ExploreFlags.Operations))
        {
            throw new UsageException($"{ExploreFlags.Unbounded.Name}: found with {ExploreFlags.Operations.Name}, allowed: one of them");
        }

        var operations = line.Has(ExploreFlags.Operations) ? (int?)line.Number(ExploreFlags.Operations, 0) : null;
        var question = new TextbookQuestion((int)line.Number(ExploreFlags.Objects, DefaultObjects), operations, EveryHeap: true);
        var jobs = (int)line.Number(Flags.Jobs, Environment.ProcessorCount);
        return new MatrixPlan(question, RulesOf(line), jobs, line.Text(ExploreFlags.CsvFile), line.Text(ExploreFlags.Checkpoint));
    }

    private static IReadOnlyList<TextbookRules> RulesOf(ParsedLine line)
    {
        var barrier = line.Text(Flags.Barrier);
        if (barrier is not null && !ExploreFlags.Barriers.Contains(barrier, StringComparer.Ordinal))
        {
            throw new UsageException(
                $"{Flags.Barrier.Name}: found '{barrier}', allowed with {ExploreFlags.Matrix.Name}: {string.Join(", ", ExploreFlags.Barriers)}");
        }

        return
        [
            .. RuleMatrix.Rules().Where(rules =>
                (barrier is null || string.Equals(barrier, MatrixWords.Of(rules.Barrier), StringComparison.Ordinal))
                && Fits(line, ExploreFlags.Snapshot, MatrixWords.YesNo(rules.HasSnapshot))
                && Fits(line, ExploreFlags.Rescan, MatrixWords.YesNo(rules.HasRescan))
                && Fits(line, ExploreFlags.Allocation, MatrixWords.Of(rules.Newborns))
                && Fits(line, ExploreFlags.Pauses, MatrixWords.Of(rules.Pauses))),
        ];
    }

    private static bool Fits(ParsedLine line, Flag flag, string word) =>
        !line.Has(flag) || string.Equals(flag.Words[line.Choice(flag)], word, StringComparison.Ordinal);
}
