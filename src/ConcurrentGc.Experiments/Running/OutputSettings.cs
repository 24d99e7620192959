namespace ConcurrentGc.Experiments.Running;

/// <summary>What a run prints and writes. None of it changes what happens in the run.</summary>
/// <param name="TraceGc">One line a collection in the shape of V8's <c>--trace-gc</c>.</param>
/// <param name="TraceGcNvp">One line a collection in the shape of V8's <c>--trace-gc-nvp</c>; wins over <paramref name="TraceGc"/>.</param>
/// <param name="Json">One JSON document and nothing else on standard output.</param>
/// <param name="GcCsv">Where the collection table goes; null: nowhere.</param>
/// <param name="Record">Where the run record goes, as JSON lines when the name ends in <c>.jsonl</c>; null: nowhere.</param>
/// <param name="RecordTrace">Where the program's allocation trace goes; null: nowhere.</param>
/// <param name="Fragmentation">The fragmentation of the heap after each full collection and at the end.</param>
/// <param name="CompareNode">A table or log of a real run to compare with; null: none.</param>
/// <param name="LogLevel">How much is logged.</param>
/// <param name="MemoryUsage">The sizes of process and heap after each pause and at the end.</param>
/// <param name="MemoryMap">The process's address space at the end.</param>
/// <param name="TraceStack">The stack before each statement.</param>
public sealed record OutputSettings(
    bool TraceGc = false,
    bool TraceGcNvp = false,
    bool Json = false,
    string? GcCsv = null,
    string? Record = null,
    string? RecordTrace = null,
    bool Fragmentation = false,
    string? CompareNode = null,
    LogVolume LogLevel = LogVolume.Off,
    bool MemoryUsage = false,
    bool MemoryMap = false,
    bool TraceStack = false);
