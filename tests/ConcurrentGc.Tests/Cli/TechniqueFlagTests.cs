using ConcurrentGc.Cli;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>
/// What each flag of a technique does to the pauses of one program on four cores. Under Node 20 the same program makes 46
/// scavenges and 5 full collections, one less of each without concurrent marking, and with --no-incremental-marking 48 and
/// none; here it is cut to a quarter of its length.
/// </summary>
public sealed class TechniqueFlagTests(TechniqueFlagTests.FlagRuns runs) : IClassFixture<TechniqueFlagTests.FlagRuns>
{
    [Theory]
    [InlineData("--single-threaded-gc")]
    [InlineData("--helpers 0")]
    public void Without_other_threads_nothing_happens_on_helpers_and_pauses_grow(string flag)
    {
        var run = runs.Of(flag);

        Assert.Equal(0, run.Sum(row => PhaseTimes.All.Sum(phase => row.BackgroundPhases[phase])));
        Assert.True(Pauses(run, CycleKind.Scavenge) > 2 * Pauses(runs.Plain, CycleKind.Scavenge));
        Assert.True(Pauses(run, CycleKind.MarkCompact) > Pauses(runs.Plain, CycleKind.MarkCompact));
    }

    [Fact]
    public void The_more_helpers_the_shorter_are_scavenges_until_the_cores_are_used_up()
    {
        var times = Enumerable.Range(0, 4).Select(helpers => Pauses(runs.Of($"--helpers {helpers}"), CycleKind.Scavenge)).ToList();

        Assert.Equal(times.OrderDescending(), times);
        Assert.InRange(Pauses(runs.Of("--helpers 16"), CycleKind.Scavenge) / (double)times[^1], 0.8, 1.02);
    }

    [Fact]
    public void Without_concurrent_marking_the_main_thread_marks_in_steps()
    {
        var run = runs.Of("--no-concurrent-marking");

        Assert.Equal(0, run.Sum(row => row.BackgroundPhases[CollectionPhase.MarkConcurrently]));
        Assert.True(Steps(run) > 3 * Steps(runs.Plain));
    }

    [Fact]
    public void Without_incremental_marking_nothing_starts_a_full_collection_as_under_node()
    {
        var run = runs.Of("--no-incremental-marking");

        Assert.DoesNotContain(run, row => row.Kind == CycleKind.MarkCompact);
        Assert.True(run.Max(row => row[Statistic.TotalBefore]) > runs.Plain.Max(row => row[Statistic.TotalBefore]));
    }

    [Fact]
    public void Atomic_marking_marks_all_in_the_pause()
    {
        var run = runs.Of("--atomic-marking");

        Assert.Equal(0, Steps(run));
        Assert.True(Pauses(run, CycleKind.MarkCompact) > Pauses(runs.Plain, CycleKind.MarkCompact));
    }

    [Fact]
    public void Without_parallel_scavenges_the_main_thread_copies_all()
    {
        var run = runs.Of("--no-parallel-scavenge");

        Assert.Equal(0, run.Sum(row => row.BackgroundPhases[CollectionPhase.ScavengeParallel]));
        Assert.True(Pauses(run, CycleKind.Scavenge) > 2 * Pauses(runs.Plain, CycleKind.Scavenge));
    }

    [Theory]
    [InlineData("--no-parallel-marking", CollectionPhase.MarkFullClosureParallel)]
    [InlineData("--no-parallel-compaction", CollectionPhase.EvacuateCopy)]
    [InlineData("--no-parallel-compaction", CollectionPhase.EvacuateUpdatePointers)]
    public void Without_a_parallel_phase_of_the_full_collection_the_main_thread_does_it_and_the_pause_grows(
        string flag, CollectionPhase phase)
    {
        var run = runs.Of(flag);

        Assert.Equal(0, run.Sum(row => row.BackgroundPhases[phase]));
        Assert.True(run.Sum(row => row.Phases[phase]) > 2 * runs.Plain.Sum(row => row.Phases[phase]));
        Assert.True(Pauses(run, CycleKind.MarkCompact) > Pauses(runs.Plain, CycleKind.MarkCompact));
    }

    [Fact]
    public void Without_concurrent_sweeping_scavenges_that_need_pages_sweep_them()
    {
        var run = runs.Of("--no-concurrent-sweeping");

        Assert.True(Pauses(run, CycleKind.Scavenge) > Pauses(runs.Plain, CycleKind.Scavenge));
    }

    [Fact]
    public void Without_compaction_no_old_page_is_emptied()
    {
        Assert.Equal(0, runs.Of("--no-compact --helpers 16").Sum(row => row[Statistic.Compacted]));
        Assert.NotEqual(0, runs.Of("--helpers 16").Sum(row => row[Statistic.Compacted]));
    }

    private static long Pauses(IReadOnlyList<Cycle> run, CycleKind kind) => run.Where(row => row.Kind == kind).Sum(row => row.Pause);

    private static long Steps(IReadOnlyList<Cycle> run) => run.Sum(row => row[Statistic.IncrementalNanoseconds]);

    /// <summary>Runs of the program by flag, each once; every run has to print what Node prints.</summary>
    public sealed class FlagRuns
    {
        private const string Line = "run lru 20000 600000 60000 --cores 4";
        private const string Output = "lru 1486642059\n";
        private readonly Dictionary<string, IReadOnlyList<Cycle>> _runs = new(StringComparer.Ordinal);

        /// <summary>Without a flag: four helpers, every technique.</summary>
        public IReadOnlyList<Cycle> Plain => Of("");

        /// <summary>The collections of a run.</summary>
        /// <param name="flags">What follows the line.</param>
        public IReadOnlyList<Cycle> Of(string flags)
        {
            if (!_runs.TryGetValue(flags, out var rows))
            {
                _runs.Add(flags, rows = Run(flags));
            }

            return rows;
        }

        private static IReadOnlyList<Cycle> Run(string flags)
        {
            var settings = RunSettingsReader.Read(
                LineParser.Parse($"{Line} {flags}".Split(' ', StringSplitOptions.RemoveEmptyEntries)));
            var table = new CollectionTable();
            using var output = new StringWriter();
            var result = EngineRegistration.Create().Run(
                settings,
                MachineFile.Read(settings.MachinePath),
                new RunPorts(() => table, output, output),
                CancellationToken.None);

            Assert.Equal((ProgramOutcome.Completed, Output), (result.Outcome, output.ToString()));
            return table.Rows;
        }
    }
}
