using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Exploration.Matrix;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>Flags that only <c>orinoco explore</c> takes.</summary>
public static class ExploreFlags
{
    /// <summary>Strategy; its words are those of <see cref="ExploreStrategy"/>.</summary>
    public static readonly Flag Strategy = Flag.Choice("--strategy", ["exhaustive", "breadth-first", "random", "pct", "delay"], """
        exhaustive visits all states for a verdict; breadth-first by their distance from the
        start, so that a violation has a shortest schedule (default: breadth-first for a control,
        else exhaustive, and breadth-first where that finds a violation). The others try some
        schedules of what is too large: random ones, priorities that change at a few steps (pct),
        or taking turns with a few delays. Where they find none that is no proof: inconclusive.
        """);

    /// <summary>Liveness.</summary>
    public static readonly Flag Liveness = Flag.Switch("--liveness", """
        Asks whether every schedule ends in which each actor that has something to do is given a
        turn some time (weak fairness); one that does not is shown: its steps, then those that
        repeat for ever. All states and steps are kept, nothing is left out.
        """);

    /// <summary>Schedules.</summary>
    public static readonly Flag Schedules = Flag.Number("--schedules", "N", 1, 1_000_000_000_000, """
        With random, pct and delay: schedules that are tried (default: 100000); with --catalog: none.
        """);

    /// <summary>Depth.</summary>
    public static readonly Flag Depth = Flag.Number("--depth", "D", 1, 16, """
        With pct: how many orderings must come together for the bug; with D - 1 changes of
        priorities one schedule finds it with a chance of 1 in actors x steps^(D - 1) (default: 3).
        """);

    /// <summary>Delays.</summary>
    public static readonly Flag Delays = Flag.Number("--delays", "N", 0, 16, """
        With delay: steps at which the one whose turn it is is passed over (default: 3).
        """);

    /// <summary>Memory model.</summary>
    public static readonly Flag Memory = Flag.Choice("--memory", ["sequential", "tso"], """
        When others see what the program stores: at once, or when it leaves the store buffer of
        its core, as on x86 (default: as the race says).
        """);

    /// <summary>States at most.</summary>
    public static readonly Flag MaxStates = Flag.Number("--max-states", "N", 1, long.MaxValue, """
        A search that visits more is inconclusive (default: no limit).
        """);

    /// <summary>Memory at most.</summary>
    public static readonly Flag MaxMemory = Flag.Number("--max-memory", "MB", 1, 1 << 24, """
        A search that needs more for its states is inconclusive (default: 4096).
        """);

    /// <summary>The matrix.</summary>
    public static readonly Flag Matrix = Flag.Switch("--matrix", """
        Decides sets of rules of the textbook collector, all 224 or those chosen by --barrier,
        --snapshot, --rescan, --allocation, --pauses. With one left, what breaks it is shown.
        """);

    /// <summary>The catalog.</summary>
    public static readonly Flag Catalog = Flag.Switch("--catalog", """
        Searches all races, or those that are named: each with its rule broken, and in force. With
        --schedules, that many schedules of strategy pct are tried in search of each defect, too.
        """);

    /// <summary>Objects.</summary>
    public static readonly Flag Objects = Flag.Number("--objects", "N", 1, TextbookQuestion.MostObjects, """
        With --matrix: objects of the heap, with two fields each (default: 3; every initial heap).
        """);

    /// <summary>No bound.</summary>
    public static readonly Flag Unbounded = Flag.Switch("--unbounded", """
        With --matrix: the mutator has no bound (default).
        """);

    /// <summary>A bound.</summary>
    public static readonly Flag Operations = Flag.Number("--operations", "K", 0, TextbookQuestion.MostOperations, """
        With --matrix: the mutator makes at most K operations; that is a part of the question.
        """);

    /// <summary>The file of verdicts; in place of <see cref="Flags.Csv"/>.</summary>
    public static readonly Flag CsvFile = Flag.File("--csv", "FILE", """
        With --matrix: writes the verdicts, one set of rules a row. With --catalog: one race a row.
        """);

    /// <summary>Snapshot.</summary>
    public static readonly Flag Snapshot = Flag.Choice("--snapshot", ["yes", "no"], """
        With --matrix: only sets that shade the registers as marking starts, or do not.
        """);

    /// <summary>Rescan.</summary>
    public static readonly Flag Rescan = Flag.Choice("--rescan", ["yes", "no"], """
        With --matrix: only sets that shade the registers again at the end, or do not.
        """);

    /// <summary>Allocation.</summary>
    public static readonly Flag Allocation = Flag.Choice("--allocation", WordsOf<NewbornColor>(), """
        With --matrix: only sets where objects are born black then.
        """);

    /// <summary>Pauses.</summary>
    public static readonly Flag Pauses = Flag.Choice("--pauses", WordsOf<CollectorPauses>(), """
        With --matrix: only sets where marking may start and end there.
        """);

    /// <summary>Reduction.</summary>
    public static readonly Flag Reduction = Flag.Choice("--reduction", ["sleep-sets", "none"], """
        What an exhaustive search leaves out: with sleep-sets, ways that only swap steps that
        commute; never a state (default: sleep-sets).
        """);

    /// <summary>Checkpoint.</summary>
    public static readonly Flag Checkpoint = Flag.File("--checkpoint", "FILE", """
        Keeps an exhaustive search, or the verdicts of --matrix, in FILE every few seconds and when
        it is interrupted; a search that is started again with the same FILE goes on from there.
        """);

    /// <summary>Log for ShiViz.</summary>
    public static readonly Flag ShiViz = Flag.File("--shiviz", "FILE", """
        Writes the schedule as a log with vector clocks, which ShiViz draws: one line an actor, an
        arrow a message.
        """);

    /// <summary>Host.</summary>
    public static readonly Flag On = Flag.Choice("--on", ["explorer", "akka"], """
        akka: makes the schedule on Akka.NET actors, too, one message a step, and compares the
        records (default: explorer).
        """);

    /// <summary>The words of <c>--barrier</c> beside <c>--matrix</c>.</summary>
    public static IReadOnlyList<string> Barriers { get; } = WordsOf<TextbookBarrier>();

    /// <summary>Those that the help text lists beside the ones of other commands.</summary>
    public static IReadOnlyList<Flag> All { get; } =
        [Memory, Strategy, Liveness, Schedules, Depth, Delays, MaxStates, MaxMemory, Reduction, Checkpoint, Catalog, Matrix, Objects, Unbounded, Operations, Snapshot, Rescan, Allocation, Pauses, On, ShiViz];

    /// <summary>All flags that a line may have: with <c>explore</c>, a file follows <c>--csv</c>.</summary>
    /// <param name="args">The line.</param>
    public static IReadOnlyList<Flag> Of(IEnumerable<string> args) =>
        args.FirstOrDefault(word => !word.StartsWith('-')) is "explore"
            ? [.. Flags.All.Select(flag => flag == Flags.Csv ? CsvFile : flag)]
            : Flags.All;

    /// <summary>Refuses a flag that is not taken.</summary>
    /// <param name="line">The line.</param>
    /// <param name="what">What takes the flags.</param>
    /// <param name="allowed">The flags that it takes.</param>
    /// <exception cref="UsageException">There is another.</exception>
    public static void RefuseOthers(ParsedLine line, string what, IReadOnlyList<Flag> allowed)
    {
        if (line.Values.Keys.FirstOrDefault(flag => !allowed.Contains(flag)) is { } other)
        {
            throw new UsageException($"{what}: found '{other.Name}', allowed: {string.Join(", ", allowed.Select(flag => flag.Name))}");
        }
    }

    private static string[] WordsOf<T>() where T : struct, Enum => [.. Enum.GetValues<T>().Select(MatrixWords.Of)];
}
