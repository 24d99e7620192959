using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;
using ConcurrentGc.Orinoco.Defects;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Races;

/// <summary>Programs that may do anything: a search tries every program.</summary>
public sealed class AnyProgramTests
{
    [Fact]
    public void Of_all_programs_of_two_operations_one_loses_an_object_and_with_the_barrier_none_does()
    {
        var race = Read();
        using var world = new LitmusWorld(race.Broken);

        var found = BreadthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits());
        var proof = new WalkSearch(() => new LitmusWorld(race.Sound), new SearchLimits(), threads: 1, sleeps: true).Run();

        Assert.Equal((Verdict.Violated, race.Expected.Steps), (found.Verdict, found.Schedule.Count));
        Assert.Equal((Verdict.Safe, race.Expected.States), (proof.Verdict, proof.States));
        using var told = new LitmusWorld(race.Broken);
        var operations = new WorldTale(told).Tell(found.Schedule).Select(step => step.Text).Where(text => text.Contains(" = ", StringComparison.Ordinal));
        Assert.Equal(["r1 = new 2: r1 is n1", "r0.0 = r1: a.0 is n1"], operations, StringComparer.Ordinal);
        Assert.True(RecordComparison.Of(race.Broken, found.Schedule).IsSame);
    }

    [Fact]
    public void One_operation_loses_nothing() => Assert.Equal(Verdict.Safe, Search(Defect.NothingShaded, "mark; any 1; collect").Verdict);

    /// <summary>The states are finite, though programs are not.</summary>
    [Fact]
    public void Without_a_bound_the_search_ends_too()
    {
        var found = Search(Defect.None, "any", "root r0 -> a; root r1 -> b");

        Assert.Equal(Verdict.Safe, found.Verdict);
        Assert.Equal(UnboundedStates, found.States);
    }

    [Fact]
    public void A_program_that_is_written_out_has_no_more_schedules_than_any_program_of_its_length()
    {
        var any = Search(Defect.None, "any 1", "root r0 -> a");
        var one = Search(Defect.None, "r1 = r0", "root r0 -> a");

        Assert.InRange(one.States, 2, any.States - 1);
    }

    private const long UnboundedStates = 723;

    private static SearchResult Search(Defect defect, string program, string heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a")
    {
        var test = new LitmusTest { Name = "any", Heap = heap, Programs = [LitmusSyntax.Parse(program)], Defect = defect };
        return new WalkSearch(() => new LitmusWorld(test), new SearchLimits(), threads: 1, sleeps: true).Run();
    }

    private static Race Read() => RaceFile.Read(ConfigFolder.PathOf(Path.Combine("races", "examples"), "any-program", ".yaml"));
}
