using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>
/// Runs one case: the heap is verified around each collection, the oracle says that what was reachable still is, and on
/// <see cref="CheckHost.Steps"/> shared accesses are counted. Needs <see cref="Checks"/>.
/// </summary>
public static class CheckRun
{
    private const long MostSteps = 4_000_000;
    private const long MostMessages = 1_000_000;
    private const int MostSliceObjects = 6;

    /// <summary>Runs it.</summary>
    /// <param name="check">The case.</param>
    public static CheckResult Of(CheckCase check)
    {
        var coverage = new Coverage();
        var phases = new OpenPhases(coverage);
        var world = new DrawnWorld(check);
        var counter = new AccessCounter();
        using var heap = new SharedHeap(world.Settings.Geometry, check.Host == CheckHost.Steps ? counter : null);
        heap.New.SetUp(world.Settings.Geometry.MinimumSemispacePages);
        try
        {
            var (rule, message) = check.Host == CheckHost.Steps
                ? OnSteps(check, world, heap, counter, coverage, phases) : OnActors(check, world, heap, coverage, phases);
            (rule, message) = rule.Length == 0 && phases.Failure is { } failure ? (nameof(OpenPhases), failure) : (rule, message);
            coverage.Add(Reached.ClearedCells, heap.Control.ClearedCells);
            coverage.Add(Reached.OldAllocatedBytes, heap.Control.OldAllocation.AllocatedBytes);
            coverage.Add(Reached.StoreBufferEntries, heap.HasStoreBuffer ? heap.StoreBuffer.State.Inserted : 0);
            if (rule.Length == 0 && coverage[Reached.FullHeaps] == 0)
            {
                new HeapVerifier(heap).Check(); // each program has done its last operation to its end
            }

            var isComparable = rule.Length == 0 && world.IsComparable && coverage[Reached.FullHeaps] == 0;
            return new CheckResult(check, coverage, rule, message)
            {
                Graph = isComparable ? new ReachabilityOracle(heap).Walk() : null,
            };
        }
#pragma warning disable CA1031 // Whatever a role throws is a finding.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            return new CheckResult(check, coverage, RuleOf(failure), failure.Message.ReplaceLineEndings(" "));
        }
    }

    private static (string Rule, string Message) OnSteps(
        CheckCase check, DrawnWorld world, SharedHeap heap, AccessCounter counter, Coverage coverage, OpenPhases phases)
    {
        var host = new StepHost(heap, counter, slice: 1, check.Seed);
        Build(check, world, heap, host, host.Tables, coverage);
        try
        {
            host.Run(MostSteps);
        }
        finally
        {
            host.Record.ForEach(entry => phases.Append(entry));
        }

        var ended = host.Record.Count(entry => entry.Kind is EventKind.ProgramEnd or EventKind.OutOfMemory);
        return ended == world.Mutators ? (string.Empty, string.Empty) : (nameof(RunEnd.Stalled), $"{ended} of {world.Mutators} programs ended");
    }

    private static (string Rule, string Message) OnActors(
        CheckCase check, DrawnWorld world, SharedHeap heap, Coverage coverage, OpenPhases phases)
    {
        var tables = new WorldTables();
        using var patience = new CancellationTokenSource();
        var messages = 0L;
        var settings = SettingsOf(check, world) with
        {
            Observe = (_, _) =>
            {
                if (Interlocked.Increment(ref messages) == MostMessages)
                {
                    patience.Cancel();
                }
            },
        };
        using var host = new AkkaHost(settings, heap, tables, phases);
        Build(check, world, heap, host, tables, coverage);
        var outcome = host.Run(patience.Token);
        return outcome.End == RunEnd.Finished ? (string.Empty, string.Empty)
            : outcome.End == RunEnd.Canceled ? ("Check", "The world does not come to rest.")
            : outcome.Failure?.Cause is { } cause ? (RuleOf(cause), $"{outcome.Failure.Actor}: {cause.Message}".ReplaceLineEndings(" "))
            : (outcome.End.ToString(), (outcome.Failure?.Describe() ?? outcome.Actors).ReplaceLineEndings(" "));
    }

    private static void Build(
        CheckCase check, DrawnWorld world, SharedHeap heap, IHost host, WorldTables tables, Coverage coverage)
    {
        var inspector = tables.Add(new SeveralInspectors(new VerifyingInspector(heap), new CoverageInspector(coverage)));
        new World(heap, world.Settings).Build(host, inspector, world.Programs(heap, check.Seed));
    }

    private static HostSettings SettingsOf(CheckCase check, DrawnWorld world)
    {
        var order = new SeededRandom(check.Seed);
        var isVirtual = check.Host == CheckHost.Actors;
        var slice = 1 + order.Next(MostSliceObjects);
        return new HostSettings
        {
            Runtime = isVirtual ? HostRuntime.Virtual : HostRuntime.Threads,
            Helpers = world.Settings.Helpers,
            Programs = world.Mutators,
            ThreadSlice = 16 * slice,
            Prices = new MachinePrices([.. Enum.GetValues<Work>().Select(_ => 1000L)], slice, SliceNanoseconds: 20_000),
            Schedule = isVirtual ? ready => order.Next(ready.Count) : null,
        };
    }

    private static string RuleOf(Exception failure) =>
        failure is CheckFailedException check ? check.Rule : failure.GetType().Name;
}
