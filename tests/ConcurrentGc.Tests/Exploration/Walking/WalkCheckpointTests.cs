using ConcurrentGc.Cli;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Walking;

/// <summary>A search that is stopped anywhere goes on from its file.</summary>
public sealed class WalkCheckpointTests : IDisposable
{
    private readonly string _path = Path.Combine(Path.GetTempPath(), $"{Guid.NewGuid():N}.checkpoint");

    public void Dispose()
    {
        File.Delete(_path);
        File.Delete(_path + ".next");
    }

    [Theory]
    [InlineData("lost-object", 1)]
    [InlineData("lost-object", 3)]
    [InlineData("termination-in-flight", 1)]
    [InlineData("promoted-color-lost", 2)]
    public void Stopped_again_and_again_it_ends_with_the_same_verdict_and_the_same_number_of_states(string name, int threads)
    {
        var race = Read(name);
        var stops = 0;
        SearchResult found;
        do
        {
            stops++;
            found = Search(race.Sound, threads, new SearchLimits(States: stops * 1_500));
        }
        while (found.Verdict == Verdict.Inconclusive);

        Assert.Equal((Verdict.Safe, race.Expected.States), (found.Verdict, found.States));
        Assert.InRange(stops, 3, 40);
    }

    [Theory]
    [InlineData("lost-object")]
    [InlineData("dying-not-scanned")]
    public void A_rule_that_breaks_is_found_behind_the_stop(string name)
    {
        var race = Read(name);
        Assert.Equal(Verdict.Inconclusive, Search(race.Broken, 1, new SearchLimits(States: 100)).Verdict);

        var found = Search(race.Broken, 1, new SearchLimits());

        Assert.Equal(Verdict.Violated, found.Verdict);
        using var world = new LitmusWorld(race.Broken);
        Assert.ThrowsAny<Exception>(() => found.Schedule.ToList().ForEach(world.Space.Make));
    }

    [Fact]
    public void A_search_that_is_over_is_known_to_be()
    {
        var race = Read("double-copy");
        Search(race.Sound, 1, new SearchLimits());

        var again = Search(race.Sound, 1, new SearchLimits());

        Assert.Equal((Verdict.Safe, race.Expected.States, 0L), (again.Verdict, again.States, again.Transitions));
    }

    [Fact]
    public void Whoever_is_killed_while_writing_leaves_the_file_before()
    {
        var race = Read("lost-object");
        Search(race.Sound, 1, new SearchLimits(States: 2_000));
        File.WriteAllBytes(_path + ".next", File.ReadAllBytes(_path)[..^100]);

        Assert.Equal(race.Expected.States, Search(race.Sound, 1, new SearchLimits()).States);
    }

    [Fact]
    public void A_file_of_another_world_or_a_damaged_one_is_refused()
    {
        var race = Read("lost-object");
        Search(race.Sound, 1, new SearchLimits(States: 2_000));
        var other = Assert.Throws<FormatException>(() => new WalkCheckpoint(_path, "another").TryLoad(new SharedFingerprints()));
        Assert.Equal("a checkpoint of lost-object", other.Message);

        File.WriteAllBytes(_path, File.ReadAllBytes(_path)[..^1]);

        Assert.Contains("damaged", Assert.Throws<FormatException>(() => Search(race.Sound, 1, new SearchLimits())).Message, StringComparison.Ordinal);
    }

    private SearchResult Search(LitmusTest test, int threads, SearchLimits limits) =>
        new WalkSearch(() => new LitmusWorld(test), limits, threads) { Checkpoint = new WalkCheckpoint(_path, test.Name) }.Run();

    private static Race Read(string name) => RaceFile.Read(ConfigFolder.PathOf("races", name, ".yaml"));
}
