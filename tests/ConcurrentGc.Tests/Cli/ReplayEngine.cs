using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Tests.Experiments;

namespace ConcurrentGc.Tests.Cli;

/// <summary>Plays a recorded run instead of running a program: one line of output, then collections of a real run.</summary>
internal sealed class ReplayEngine : IRunEngine
{
    /// <summary>The collections.</summary>
    public IReadOnlyList<TableRow> Rows { get; init; } = [.. GoldTables.Read("gcbench.default").Take(60)];

    /// <summary>How the run ends.</summary>
    public ProgramOutcome Outcome { get; init; }

    /// <summary>The program's own code.</summary>
    public int ProgramExitCode { get; init; }

    /// <summary>How long the run took; zero: it was refused.</summary>
    public long VirtualNanoseconds { get; init; } = 200_000_000;

    /// <summary>Why it did not complete.</summary>
    public string ErrorText { get; init; } = "";

    /// <summary>What the program writes to standard error.</summary>
    public string ProgramError { get; init; } = "";

    /// <summary>Thrown instead of returning, after the collections.</summary>
    public Exception? Failure { get; init; }

    /// <summary>What the command asked for last.</summary>
    public RunSettings? Settings { get; private set; }

    public RunResult Run(RunSettings settings, Machine machine, RunPorts ports, CancellationToken cancellation)
    {
        var sink = ports.OpenRecord();
        Settings = settings;
        ports.ProgramOutput.Write("gcbench 306816\n");
        ports.ProgramError.Write(ProgramError);
        RecordedRun.Write(Rows, sink);
        if (Failure is not null)
        {
            throw Failure;
        }

        return new RunResult(
            Outcome,
            ProgramExitCode,
            ErrorText,
            [
                new HeapSpaceStatistics("new_space", 4194304, 1000000, 1030880, 4194304),
                new HeapSpaceStatistics("old_space", 30000000, 29000000, 500000, 30000000),
            ],
            VirtualNanoseconds,
            new RunCounts(860_044_000, 1200));
    }
}
