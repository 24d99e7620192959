using ConcurrentGc.Cli.Exploring;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>The commands of <c>orinoco</c>.</summary>
public static class CommandDescriptions
{
    private static readonly (string Code, string Meaning) _usage =
        ("64", "wrong usage or file: one line says what was found and what is allowed");

    private static readonly (string Code, string Meaning) _interrupted = ("130", "interrupted; what was computed so far is printed");

    private static readonly Flag _json = Flags.Json with { Help = "Prints one JSON document instead of the table." };

    /// <summary>Runs a program.</summary>
    public static readonly CommandDescription Run = new(
        "run",
        [
            "run PROGRAM.js|NAME [program arguments] [flags] [-- program arguments]",
            "run WORKLOAD.yaml|NAME [flags]",
            "run PROGRAM [arguments] + PROGRAM [arguments] --isolates N [flags]",
            "run --trace FILE [flags]",
        ],
        """
        Runs a JavaScript program: mutator, collector, scavengers, markers, sweepers and
        compactors work on a modeled heap, in virtual time. A workload describes a synthetic
        program: sizes, lifetimes, pointers, requests. orinoco list shows those that come along.
        """)
    {
        Groups = Flags.OfRun,
        Examples = """
            orinoco run binarytrees
                A program that comes with the command: what it prints, then pauses and where the time went.
            orinoco run fifo 40000 600000 --trace-gc
                The words after the program are its arguments. Each collection is a line as under
                node --trace-gc.
            orinoco run requests --seed 2
                A synthetic program that comes with the command.
            orinoco run lru --record-trace lru.trace
            orinoco run --trace lru.trace --max-semi-space-size 64
                What a program allocates, links and drops is kept, and followed under other flags.
            orinoco run lru + requests --isolates 2 --helpers 2
                Two programs, each in an isolate of its own, on two helpers.
            orinoco run splay --max-semi-space-size 1
            orinoco run splay --max-semi-space-size 64
                What a larger nursery buys: fewer, longer scavenges, fewer objects promoted too early.
            orinoco run gcbench --predictable --gc-csv sim.csv
                One thread; one row a collection, in the columns of the reference tables.
            node --trace-gc --trace-gc-nvp my.js > node.log
            orinoco run my.js --compare-node node.log
                The simulated run beside the real one, row by row.
            orinoco run splay --machine mine.yaml
                A run with the prices of another machine; orinoco calibrate measures them.
            orinoco run lru --runtime threads --helpers 2 --verify-heap
                The same roles on real threads; the whole heap is checked after each collection.
            """,
        ExitCodes =
        [
            ("its own", "the program ended by itself"),
            ("1", "it threw and nothing caught it"),
            ("3", "out of memory"),
            ("64", "wrong usage or file, or a program that needs what is not supported"),
            ("70", "a broken invariant or a failed role: a defect of the simulator"),
            _interrupted,
        ],
    };

    /// <summary>Published results.</summary>
    public static readonly CommandDescription Reproduce = new(
        "reproduce",
        ["reproduce [E1 ... E20] [--csv|--json]"],
        """
        Runs what shows published results about collectors, here V8's, and prints a table:
        published, ours, verdict. Without a name: all of them, which takes a minute or two.
        """)
    {
        Groups = [new("Flags", [Flags.Csv, _json])],
        Examples = """
            orinoco reproduce E3 E18
                Two of them.
            """,
        ExitCodes =
        [
            ("0", "each quantity that can be shown lies in its band"),
            ("1", "one does not, or nothing of what it is about happened"),
            _usage,
            ("70", "a run did not complete, so there is no number"),
            _interrupted,
        ],
    };

    /// <summary>Random programs.</summary>
    public static readonly CommandDescription Check = new(
        "check",
        ["check [--seeds A..B] [--barrier KIND] [--host HOST] [--defect NAME] [--jobs N] [--json]"],
        """
        Runs random programs in small heaps, under every kind of barrier that claims to lose
        nothing and on both hosts, checks the heap around each collection, and says what was
        reached. A failure is shown with the line that repeats it.
        """)
    {
        Groups =
        [
            new(
                "Flags",
                [
                    Flags.Seeds,
                    Flags.Barrier with
                    {
                        Help = """
                            One kind of barrier (default: each that claims to lose nothing; with --defect the one that
                            the rule belongs to). orinoco run --help says what each does.
                            """,
                    },
                    Flags.Host,
                    Flags.Defect,
                    Flags.Jobs,
                    _json,
                ]),
        ],
        Examples = """
            orinoco check --seeds 1..20 --barrier steele
                Nothing is lost under one kind of barrier.
            orinoco check --defect stacks-not-rescanned
                A broken rule is found.
            """,
        ExitCodes =
        [
            ("0", "nothing was lost and everything was reached; with --defect: it was found"),
            _usage,
            ("70", "something was lost or never reached, or a defect not found"),
            _interrupted,
        ],
    };

    /// <summary>Prices of a machine.</summary>
    public static readonly CommandDescription Calibrate = new(
        "calibrate",
        ["calibrate [--node PATH] [--repetitions N] [-o MACHINE.yaml] [--machine FILE|NAME]"],
        """
        Measures the Node of this machine with small programs, prints what work costs there beside
        the prices of a machine file, and writes another such file. It takes some minutes and wants
        a machine that does nothing else.
        """)
    {
        Groups =
        [
            new(
                "Flags",
                [
                    Flags.Node,
                    Flags.Repetitions,
                    Flags.Output with { Help = "Writes the machine file; -o for short." },
                    Flags.Machine with { Help = "Whose prices stand beside, and hold where nothing is measured (default: node20)." },
                ]),
        ],
        Examples = """
            orinoco calibrate -o mine.yaml
            orinoco run splay --machine mine.yaml
                The prices of this machine, and a run with them.
            """,
        ExitCodes = [("0", "measured, and written if a file was asked for"), _usage, ("130", "interrupted; nothing is written")],
    };

    /// <summary>Traces.</summary>
    public static readonly CommandDescription Trace = new(
        "trace",
        ["trace coarsen FILE OUTPUT --bytes N"],
        "Rounds the deaths of an allocation trace up, to see what a coarse trace distorts.")
    {
        Groups = [new("Flags", [Flags.Bytes])],
        Examples = """
            orinoco run fifo --record-trace fifo.trace
            orinoco trace coarsen fifo.trace coarse.trace --bytes 1000000
            orinoco run --trace coarse.trace
                Objects die only where a million bytes more are allocated.
            """,
        ExitCodes = [("0", "the output is written"), _usage],
    };

    /// <summary>Placing objects.</summary>
    public static readonly CommandDescription Fragmentation = new(
        "fragmentation",
        ["fragmentation FILE [--csv|--json]"],
        """
        Places the objects of a trace by paging, in segments and in a memory pool, and compares waste.
        One row a way: the peak of the memory taken, and this by the most that objects asked for;
        then, as shares of memory at that peak and in the mean over allocated bytes: internal (bytes
        that blocks are larger than their objects asked for), free, and external (free bytes that the
        largest object that still fits could not have). Objects die where the trace lets go of
        allocations, so record with a small new space.
        """)
    {
        Groups = [new("Flags", [Flags.Csv, _json])],
        Examples = """
            orinoco run fifo --max-semi-space-size 1 --record-trace fifo.trace
            orinoco fragmentation fifo.trace
                One row a way to place them.
            """,
        ExitCodes = [("0", "the table is printed"), _usage, _interrupted],
    };

    /// <summary>What comes along.</summary>
    public static readonly CommandDescription List = new(
        "list", ["list"], "Shows the programs, workloads and races that come with the command, with their parameters.")
    {
        ExitCodes = [("0", "the list is printed"), _usage],
    };

    /// <summary>All of them, in the order of the help text.</summary>
    public static IReadOnlyList<CommandDescription> All { get; } = [Run, Reproduce, Check, ExploreHelp.Description, ExploreHelp.Replay, Calibrate, Trace, Fragmentation, List];
}
