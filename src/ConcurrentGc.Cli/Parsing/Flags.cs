using ConcurrentGc.Cli.Checking;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>Every flag of the command, in the order of the help text.</summary>
public static class Flags
{
    /// <summary>Help.</summary>
    public static readonly Flag Help = Flag.Switch("--help", "This text.");

    /// <summary>Version.</summary>
    public static readonly Flag Version = Flag.Switch("--version", "The version.");

    /// <summary>Host.</summary>
    public static readonly Flag Runtime = Flag.Choice("--runtime", ["virtual", "threads"], """
        virtual (default): one loop in virtual time; equal runs give equal bytes on any machine.
        threads: the same roles on real threads and the wall clock.
        """);

    /// <summary>Trace.</summary>
    public static readonly Flag Trace = Flag.File("--trace", "FILE", """
        Follows an allocation trace instead of a program.
        """);

    /// <summary>Machine.</summary>
    public static readonly Flag Machine = Flag.File("--machine", "FILE|NAME", """
        What work costs in virtual time and the heap that a program starts with (default: node20).
        """);

    /// <summary>Geometry.</summary>
    public static readonly Flag Geometry = Flag.Choice("--geometry", ["node20", "classic"], """
        node20 (default): pages of 256 KB, spaces by age. classic: V8 of about 2012 to 2014, pages of
        1 MB and spaces by content: old-pointer, old-data, code, map, cell, property-cell, large.
        """);

    /// <summary>Remembered set.</summary>
    public static readonly Flag RememberedSet = Flag.Choice("--remembered-set", ["slot-set", "store-buffer"], """
        How stores of young pointers into old objects are remembered. slot-set (default of node20):
        a bit a slot, by page. store-buffer (default of classic): a list of slots with duplicates,
        which one scavenger and one compactor go through; pages with many slots are scanned.
        """);

    /// <summary>Helpers.</summary>
    public static readonly Flag Helpers = Flag.Number("--helpers", "N", 0, 64, """
        Threads of the pool that helps the main thread (default: 4).
        In V8: node --v8-pool-size; a scavenge uses min(semi-space MB + 1, 8, N + 1) tasks.
        """);

    /// <summary>Cores.</summary>
    public static readonly Flag Cores = Flag.Number("--cores", "N", 1, 1024, """
        Threads of the simulated machine that really overlap, the main thread included (default: as
        the machine file says; node20 has 2). On real threads it is not read.
        """);

    /// <summary>Isolates.</summary>
    public static readonly Flag Isolates = Flag.Number("--isolates", "N", 1, 16, """
        Runs N programs beside each other (default: 1), each in an isolate with a heap, a main
        thread and a collector of its own, as V8's workers are; all share one pool of helpers, so
        that a neighbor's collection can lengthen a pause. Programs are separated by a word +; when
        fewer than N are given, they are taken in turn.
        """);

    /// <summary>Seed.</summary>
    public static readonly Flag Seed = Flag.Number("--seed", "N", long.MinValue, long.MaxValue, """
        Feeds Math.random and synthetic programs (default: 0). In V8: --random-seed.
        """);

    /// <summary>Tier.</summary>
    public static readonly Flag Tier = Flag.Choice("--js-tier", ["turbofan", "ignition"], """
        turbofan (default): hot code keeps doubles in registers. ignition: each double is an
        object on the heap, as under node --no-opt.
        """);

    /// <summary>Predictable.</summary>
    public static readonly Flag Predictable = Flag.Switch("--predictable", """
        One thread does everything: no helpers, one task in each phase. Pauses are longer, since
        nothing is shared out; what is copied and promoted no longer depends on who came first.
        Compare with --predictable on both sides, as in the reference tables. In V8: the same flag.
        """);

    /// <summary>Atomic marking.</summary>
    public static readonly Flag AtomicMarking = Flag.Switch("--atomic-marking", """
        Collects the old generation in one full pause where V8 would start incremental marking: the
        stop-the-world baseline. Not in V8.
        """);

    /// <summary>No incremental marking.</summary>
    public static readonly Flag NoIncrementalMarking = Flag.Switch("--no-incremental-marking", """
        Marking never starts by the limit: the old generation is collected only where a scavenge
        could not promote what survives, and before out of memory.
        """);

    /// <summary>No concurrent marking.</summary>
    public static readonly Flag NoConcurrentMarking = Flag.Switch("--no-concurrent-marking", """
        Marking beside the program is done in steps on the main thread alone.
        """);

    /// <summary>Barrier.</summary>
    public static readonly Flag Barrier = Flag.Choice(
        "--barrier", ["dijkstra-store-shade", "dijkstra-shade-store", "yuasa", "hybrid", "steele", "none"], """
        What a store does while marking is under way. All but none claim that no object is lost.
        dijkstra-store-shade (default): V8's; stores, then shades the new value.
        dijkstra-shade-store: in the other order. hybrid: Go's; shades the old and the new value.
        steele: turns a holder that was scanned grey again. yuasa: shades the old value, and keeps
        what was reachable when marking began and all that is born since; holds for workloads and
        traces, not for JavaScript, whose arrays and tables shrink without a barrier. none: shades
        nothing. A run with one of the last two checks the heap, and fails where an object is lost.
        """);

    /// <summary>No parallel marking.</summary>
    public static readonly Flag NoParallelMarking = Flag.Switch("--no-parallel-marking", """
        The rest of marking, in the pause, is done by the main thread alone.
        """);

    /// <summary>No parallel scavenges.</summary>
    public static readonly Flag NoParallelScavenge = Flag.Switch("--no-parallel-scavenge", """
        Scavenges are done by the main thread alone.
        """);

    /// <summary>No parallel compaction.</summary>
    public static readonly Flag NoParallelCompaction = Flag.Switch("--no-parallel-compaction", """
        Evacuation and the update of pointers are done by the main thread alone.
        """);

    /// <summary>No black allocation.</summary>
    public static readonly Flag NoBlackAllocation = Flag.Switch("--no-black-allocation", """
        What a program allocates in old space while marking goes on is white until it is reached,
        but under --barrier yuasa, which would lose it.
        Older V8 had the flag; V8 of today allocates black always.
        """);

    /// <summary>No compaction.</summary>
    public static readonly Flag NoCompact = Flag.Switch("--no-compact", """
        Old pages are swept and never emptied: more fragmentation, shorter pauses.
        """);

    /// <summary>No scavenge task.</summary>
    public static readonly Flag NoMinorGcTask = Flag.Switch("--no-minor-gc-task", """
        While the program sleeps, new space that is nearly full is not scavenged.
        """);

    /// <summary>No marking task.</summary>
    public static readonly Flag NoIncrementalMarkingTask = Flag.Switch("--no-incremental-marking-task", """
        While the program sleeps, marking is not started, goes on on helpers only, and does not end.
        """);

    /// <summary>No memory reducer.</summary>
    public static readonly Flag NoMemoryReducer = Flag.Switch("--no-memory-reducer", """
        A program that has become quiet keeps the memory that it had.
        """);

    /// <summary>Single-threaded collector.</summary>
    public static readonly Flag SingleThreadedGc = Flag.Switch("--single-threaded-gc", """
        Everything that helpers do is done by the main thread, in the order of V8's tasks.
        """);

    /// <summary>No concurrent sweeping.</summary>
    public static readonly Flag NoConcurrentSweeping = Flag.Switch("--no-concurrent-sweeping", """
        No helper sweeps beside the program: a page is swept when its room is needed, and the rest
        in the next full collection's pause. So it is without helpers, too.
        """);

    /// <summary>No concurrent sweeping of array buffers.</summary>
    public static readonly Flag NoConcurrentArrayBufferSweeping = Flag.Switch("--no-concurrent-array-buffer-sweeping", """
        What array buffers kept outside the heap is freed in the pause, not by a helper.
        """);

    /// <summary>Frame rate.</summary>
    public static readonly Flag FrameRate = Flag.Number("--frame-rate", "N", 1, 1000, """
        Frames a second of a program that asks for some (default: 60). A frame that is not done when
        the next one is due is dropped.
        """);

    /// <summary>Idle time.</summary>
    public static readonly Flag IdleTime = Flag.Choice("--idle-time", ["current", "none", "2016"], """
        What is done between two frames, or while none is asked for. current (default): V8's tasks,
        whatever time is left; V8 uses an idle notification for such a step, too. none: the same, and
        no time is granted, as in Node. 2016: scavenges, marking steps and the pause that ends
        marking, each if it is likely to fit the time that is left.
        """);

    /// <summary>Memory pressure.</summary>
    public static readonly Flag MemoryPressure = Flag.Text(
        "--memory-pressure", "LEVEL@TIME", "moderate or critical, @, and a time such as 500ms or 1.5s", """
        Tells the collector at that time, such as 500ms or 1.5s, that memory is short. moderate:
        marking starts, to reduce memory. critical: a full collection at once, and another one if much
        more could be freed.
        """);

    /// <summary>Largest semispace.</summary>
    public static readonly Flag MaxSemiSpace = Flag.Number("--max-semi-space-size", "MB", 0, 512, """
        Largest size of one half of new space (default, and 0: 16). Larger means fewer
        scavenges and fewer objects promoted only because they were young at the wrong time.
        """);

    /// <summary>Smallest semispace.</summary>
    public static readonly Flag MinSemiSpace = Flag.Number("--min-semi-space-size", "MB", 0, 512, """
        Size of a half at the start (default, and 0: 1).
        """);

    /// <summary>Growth factor.</summary>
    public static readonly Flag GrowthFactor = Flag.Number("--semi-space-growth-factor", "N", 1, 64, """
        By how much new space grows when more than its capacity has survived (default: 2).
        """);

    /// <summary>Largest old space.</summary>
    public static readonly Flag MaxOldSpace = Flag.Number("--max-old-space-size", "MB", 0, 65536, """
        Largest old generation (default, and 0: 4096). A program that needs more is out of memory.
        """);

    /// <summary>Initial old space.</summary>
    public static readonly Flag InitialOldSpace = Flag.Number("--initial-old-space-size", "MB", 0, 65536, """
        First limit at which the old generation is collected (default, and 0: V8's estimate).
        """);

    /// <summary>Growing percent.</summary>
    public static readonly Flag HeapGrowingPercent = Flag.Number("--heap-growing-percent", "N", 0, 1000, """
        By how much the old generation grows from one full collection to the next (default, and 0: by
        the speeds of program and collector).
        """);

    /// <summary>Square-root rule.</summary>
    public static readonly Flag MemoryBalancer = Flag.Switch("--memory-balancer", """
        The old generation's limit lies above the live bytes by a multiple of the square root of
        live bytes times allocation rate over collector speed. In V8: from version 12 on.
        """);

    /// <summary>Stack.</summary>
    public static readonly Flag StackSize = Flag.Number("--stack-size", "KB", 0, 65536, """
        Stack of the program (default, and 0: 984). Beyond it: RangeError.
        """);

    /// <summary>Physical memory.</summary>
    public static readonly Flag PhysicalMemory = Flag.Number("--physical-memory", "MB", 0, 1 << 24, """
        Memory of the machine or container, from which V8 derives the largest old generation and
        semi-space that no flag sets (default, and 0: 23.5 GB, as on the reference machine, and
        nothing constrains the process). os.totalmem() and process.constrainedMemory() tell it.
        """);

    /// <summary>Interval.</summary>
    public static readonly Flag GcInterval = Flag.Number("--gc-interval", "N", -1, int.MaxValue, """
        A collection after every N allocations (default: -1, off).
        """);

    /// <summary>Verify.</summary>
    public static readonly Flag VerifyHeap = Flag.Switch("--verify-heap", """
        Checks the whole heap after every collection: sizes to the byte, every pointer, every
        remembered slot. In V8: the same flag, in debug builds.
        """);

    /// <summary>Trace.</summary>
    public static readonly Flag TraceGc = Flag.Switch("--trace-gc", "One line a collection, as V8 prints it.");

    /// <summary>Trace with names.</summary>
    public static readonly Flag TraceGcNvp = Flag.Switch("--trace-gc-nvp", """
        One line of name=value fields a collection, as V8 prints it; log tools for V8 read it.
        """);

    /// <summary>Stack trace.</summary>
    public static readonly Flag TraceStack = Flag.Switch("--trace-stack", """
        Before each statement: the frames of the stack, their variables as tagged words, and the
        objects they point to. For small programs, such as employee.
        """);

    /// <summary>Memory usage.</summary>
    public static readonly Flag MemoryUsage = Flag.Switch("--memory-usage", """
        After each pause and at the end: the fields of process.memoryUsage() and the rows of
        v8.getHeapSpaceStatistics(), without spaces that have no memory.
        """);

    /// <summary>Memory map.</summary>
    public static readonly Flag MemoryMap = Flag.Switch("--memory-map", """
        The process's address space at the end, as pmap -x shows one: program and libraries, heap
        by space, external memory, stacks. Its sum is the resident set of process.memoryUsage().
        """);

    /// <summary>JSON.</summary>
    public static readonly Flag Json = Flag.Switch("--json", """
        Prints one JSON document and nothing else: outcome, settings, collections, summary and
        what the program printed.
        """);

    /// <summary>CSV.</summary>
    public static readonly Flag GcCsv = Flag.File("--gc-csv", "FILE", "Writes one row a collection.");

    /// <summary>Record.</summary>
    public static readonly Flag Record = Flag.File("--record", "FILE", """
        Writes the run record: every phase, pause and number of each collection with its time;
        equal runs give equal files. A name that ends in .jsonl gives JSON lines.
        """);

    /// <summary>Recording of a trace.</summary>
    public static readonly Flag RecordTrace = Flag.File("--record-trace", "FILE", """
        Writes what the program allocates, links and drops as a trace, as seen at each collection.
        """);

    /// <summary>Bytes between deaths.</summary>
    public static readonly Flag Bytes = Flag.Number("--bytes", "N", 1, 1L << 40, """
        Deaths are at multiples of N allocated bytes.
        """);

    /// <summary>Seeds.</summary>
    public static readonly Flag Seeds = Flag.File("--seeds", "A..B", """
        The random programs (default: 1..200).
        """);

    /// <summary>Hosts.</summary>
    public static readonly Flag Host = Flag.Choice("--host", ["both", "steps", "actors", "threads"], """
        steps makes one shared access after the other, in an order that is drawn; actors are
        those of Akka in virtual time, slice by slice in an order that is drawn; both (default) are
        these two. threads: those of Akka as the processor orders them, which no line repeats.
        """);

    /// <summary>Jobs.</summary>
    public static readonly Flag Jobs = Flag.Number("--jobs", "N", 1, 1024, """
        Runs side by side (default: one a core).
        """);

    /// <summary>Defect.</summary>
    public static readonly Flag Defect = Flag.Choice("--defect", [.. CheckWords.Defects], """
        A control. A rule is broken on purpose, and the check fails unless a run finds it.
        A wrong name lists them all.
        """) with { Value = "NAME" };

    /// <summary>Fragmentation.</summary>
    public static readonly Flag Fragmentation = Flag.Switch("--fragmentation", """
        Prints what the bytes of each space are (objects, padding, waste, free blocks) after each
        full collection, and of each page at the end.
        """);

    /// <summary>CSV on standard output.</summary>
    public static readonly Flag Csv = Flag.Switch("--csv", """
        Prints the table in CSV.
        """);

    /// <summary>Node.</summary>
    public static readonly Flag Node = Flag.File("--node", "PATH", """
        The Node that is measured (default: node, as the shell finds it).
        """);

    /// <summary>Repetitions.</summary>
    public static readonly Flag Repetitions = Flag.Number("--repetitions", "N", 1, 1000, """
        How often everything is measured; prices are medians (default: 5).
        """);

    /// <summary>Output.</summary>
    public static readonly Flag Output = Flag.File("--output", "FILE", """
        Writes the machine file; -o for short.
        """);

    /// <summary>Comparison.</summary>
    public static readonly Flag CompareNode = Flag.File("--compare-node", "FILE", """
        Prints the run beside a real one: a table in CSV (--gc-csv writes its columns) or a log of
        node --trace-gc --trace-gc-nvp, gzipped or not.
        """);

    /// <summary>Logging.</summary>
    public static readonly Flag LogLevel = Flag.Choice(
        "--log-level", ["off", "verbose", "debug", "information", "warning", "error"], """
        Logs to standard error as config/logging.json says (default: off).
        """);

    /// <summary>Those of <c>run</c> by theme.</summary>
    public static IReadOnlyList<FlagGroup> OfRun { get; } =
    [
        new("How it runs", [Trace, Runtime, Machine, Geometry, RememberedSet, Cores, Helpers, Isolates, Seed, Tier, Predictable]),
        new("What surrounds it", [FrameRate, IdleTime, MemoryPressure]),
        new(
            "V8's techniques, each to be switched off",
            [
                NoIncrementalMarking, NoConcurrentMarking, Barrier, NoParallelMarking, NoParallelScavenge, NoParallelCompaction,
                NoBlackAllocation, NoConcurrentSweeping, NoConcurrentArrayBufferSweeping, NoCompact, NoMinorGcTask,
                NoIncrementalMarkingTask, NoMemoryReducer, SingleThreadedGc, AtomicMarking,
            ]),
        new(
            "The heap, under V8's names",
            [
                MaxSemiSpace, MinSemiSpace, GrowthFactor, MaxOldSpace, InitialOldSpace, HeapGrowingPercent, MemoryBalancer,
                PhysicalMemory, StackSize, GcInterval, VerifyHeap,
            ]),
        new(
            "What it prints and writes",
            [
                TraceGc, TraceGcNvp, TraceStack, MemoryUsage, MemoryMap, Fragmentation, Json, GcCsv, Record, RecordTrace,
                CompareNode, LogLevel,
            ]),
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Flag> All { get; } =
    [
        .. OfRun.SelectMany(group => group.Flags),
        Seeds, Host, Jobs, Defect, Bytes, Csv, Node, Repetitions, Output, Help, Version,
    ];
}
