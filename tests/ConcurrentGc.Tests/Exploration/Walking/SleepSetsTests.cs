using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;
using Xunit;
using Xunit.Abstractions;

namespace ConcurrentGc.Tests.Exploration.Walking;

/// <summary>What is left out because steps commute changes no verdict of the catalog, and no number of states.</summary>
public sealed class SleepSetsTests(ITestOutputHelper output)
{
    public static TheoryData<string> Names => [.. ConfigFolder.Names("races", ".yaml")];

    [Theory]
    [MemberData(nameof(Names))]
    public void With_its_rule_in_force_a_race_has_the_same_states_in_fewer_steps(string name)
    {
        var race = Read(name);

        var (all, some) = (Search(race.Sound, sleeps: false), Search(race.Sound, sleeps: true));

        output.WriteLine($"{name}: {all.States} states, {all.Transitions} steps, {some.Transitions} with sleep sets");
        Assert.Equal((Verdict.Safe, race.Expected.States), (some.Verdict, some.States));
        Assert.Equal(all.States, some.States);
        Assert.InRange(some.Transitions, some.States - 1, all.Transitions);
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void With_its_rule_broken_a_race_is_violated(string name) =>
        Assert.Equal(Verdict.Violated, Search(Read(name).Broken, sleeps: true).Verdict);

    [Theory]
    [InlineData("lost-object", 2)]
    [InlineData("promoted-color-lost", 3)]
    [InlineData("termination-in-flight", 3)]
    public void Any_number_of_threads_meets_the_same_states(string name, int threads) =>
        Assert.Equal(Read(name).Expected.States, Search(Read(name).Sound, sleeps: true, threads).States);

    [Fact]
    public void Steps_commute_unless_they_meet_in_a_word_a_mailbox_or_a_thread()
    {
        var step = new Footprint(Actor: 1, Word: 64, Writes: false, Changed: 0, Receivers: 0, FootprintReach.Own);
        var other = step with { Actor = 2 };

        Assert.True(step.CommutesWith(other));
        Assert.True(step.CommutesWith(other with { Word = 72, Writes = true }));
        Assert.True(step.CommutesWith(other with { Word = Footprint.NoWord, Writes = true }));
        Assert.False(step.CommutesWith(other with { Actor = 1 }));
        Assert.False(step.CommutesWith(other with { Writes = true }));
        Assert.False(step.CommutesWith(other with { Word = 72, Changed = Footprint.BitOf(64) }));
        Assert.False((step with { Changed = Footprint.BitOf(80) }).CommutesWith(other with { Word = 72, Changed = Footprint.BitOf(80) }));
        Assert.False(step.CommutesWith(other with { Receivers = 1 << 1 }));
        Assert.False((step with { Receivers = 1 << 2 }).CommutesWith(other));
        Assert.False((step with { Receivers = 1 << 3 }).CommutesWith(other with { Receivers = 1 << 3 }));
        Assert.False(step.CommutesWith(other with { Reach = FootprintReach.Everything }));
        Assert.True(step.CommutesWith(other with { Reach = FootprintReach.MainThread }));
        Assert.False((step with { Reach = FootprintReach.MainThread }).CommutesWith(other with { Reach = FootprintReach.MainThread }));
    }

    private static SearchResult Search(LitmusTest test, bool sleeps, int threads = 1) =>
        new WalkSearch(() => new LitmusWorld(test), new SearchLimits(), threads, sleeps).Run();

    private static Race Read(string name) => RaceFile.Read(ConfigFolder.PathOf("races", name, ".yaml"));
}
