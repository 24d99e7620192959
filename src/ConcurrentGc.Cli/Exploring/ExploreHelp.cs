using ConcurrentGc.Cli.Parsing;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What <c>orinoco explore --help</c> says.</summary>
internal static class ExploreHelp
{
    private static readonly Flag _record = Flags.Record with
    {
        Help = """
            Writes the events of the schedule as a run record, JSON lines when the name ends in
            .jsonl; the time of an event is the number of its step.
            """,
    };

    /// <summary>The command.</summary>
    public static CommandDescription Description { get; } = new(
        "explore",
        [
            "explore RACE.yaml|NAME [--barrier KIND] [--defect NAME|none] [--strategy WORD] [--json]",
            "explore --catalog [RACE ...] [--helpers N] [--schedules N] [--csv FILE] [--json]",
            "explore --matrix [--objects N] [--operations K] [--csv FILE] [--jobs N] [--json]",
        ],
        """
        Searches every schedule of a small world: production roles, one shared access a step. A race
        is shown with its rule broken: the shortest schedule, one column an actor, the heap, and the
        rule that prevents it. With a barrier or a defect named, or none, that is searched instead.
        --matrix decides which sets of rules of the textbook collector are safe.
        """)
    {
        Groups =
        [
            new(
                "A race",
                [
                    Flags.Barrier with
                    {
                        Help = """
                            The kind of barrier; the broken rule of the race is in force then, unless --defect is
                            given. orinoco run --help says what each does. With --matrix: only sets of rules with
                            none, dijkstra-store-shade, dijkstra-shade-store, yuasa-before, yuasa-after, steele
                            or hybrid.
                            """,
                    },
                    Flags.Defect with
                    {
                        Value = "NAME|none",
                        Help = """
                            A rule that is broken, in place of that of the race; none: all are in force. A wrong
                            name lists them all.
                            """,
                    },
                    Flags.Helpers with { Help = "Workers of each kind beside those of the main thread, up to 3 (default: as the race says)." },
                    ExploreFlags.Memory,
                    ExploreFlags.Strategy, ExploreFlags.Liveness, ExploreFlags.Schedules, ExploreFlags.Depth, ExploreFlags.Delays,
                    Flags.Seed with { Help = "With random, pct and delay: the same seed tries the same schedules (default: 0)." },
                    ExploreFlags.MaxStates, ExploreFlags.MaxMemory, ExploreFlags.Reduction, ExploreFlags.Checkpoint,
                    Flags.Jobs with { Help = "Threads that search (default: one a core). Verdicts and schedules do not depend on it." },
                ]),
            new("All races", [ExploreFlags.Catalog, ExploreFlags.CsvFile]),
            new(
                "The matrix",
                [
                    ExploreFlags.Matrix, ExploreFlags.Objects, ExploreFlags.Unbounded, ExploreFlags.Operations,
                    ExploreFlags.Snapshot, ExploreFlags.Rescan, ExploreFlags.Allocation, ExploreFlags.Pauses,
                ]),
            new("Output", [_record, ExploreFlags.ShiViz, Flags.Json with { Help = "Prints one JSON document instead of the text." }]),
        ],
        Examples = """
            orinoco explore lost-object
                With a barrier that shades nothing, a store moves a pointer behind the marker's back.
            orinoco explore lost-object --barrier dijkstra-store-shade
                With V8's, no schedule loses it.
            orinoco explore --catalog
                Every race: the shortest schedule that breaks its rule, and the proof of the rule.
            orinoco explore --matrix --objects 2
                Which barriers are safe with which visits of the registers, and which newborns.
            orinoco explore --matrix --barrier hybrid --snapshot no --rescan yes --objects 2
                Those sets of rules; when the flags leave one, the shortest schedule that breaks it.
            """,
        ExitCodes =
        [
            ("0", "safe; of several sets of rules: each is decided; of all races: each is as it should be"),
            ("1", "a rule breaks in some schedule"),
            ("2", "inconclusive: a limit was hit first, or not all schedules were tried"),
            ("64", "wrong usage or file: one line says what was found and what is allowed"),
            ("130", "interrupted; what was searched so far is printed"),
        ],
    };

    /// <summary>Making a schedule again.</summary>
    public static CommandDescription Replay { get; } = new(
        "replay",
        ["replay \"LINE\" [--on explorer|akka] [--record FILE] [--shiviz FILE] [--json]"],
        """
        Makes a schedule again that explore has found, step by step, and tells it: the same steps, the
        same heap, the same broken rule and the same hash of the record on every machine.
        """)
    {
        Groups = [new("Flags", [ExploreFlags.On, _record, ExploreFlags.ShiViz, Flags.Json with { Help = "Prints one JSON document instead of the text." }])],
        Examples = """
            orinoco explore lost-object
                Its line "orinoco replay ..." can be typed as it stands.
            """,
        ExitCodes =
        [
            ("0", "no rule breaks"),
            ("1", "a rule breaks, or actors make another record"),
            ("64", "no schedule, or one of another world: one line says what was found and what is allowed"),
        ],
    };
}
