using System.Text.Json;
using System.Text.RegularExpressions;
using ConcurrentGc.Cli.Exploring;
using ConcurrentGc.Exploration.Explaining;
using ConcurrentGc.Exploration.Searching;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Explaining;

/// <summary>Vector clocks of schedules.</summary>
public sealed partial class ShiVizLogTests
{
    public static TheoryData<string> Names => [.. RaceList.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_clock_counts_its_actor_and_knows_what_the_senders_of_its_messages_knew(string name)
    {
        var events = Parse(Write(name, out var steps, out var actors));
        var (known, counts) = (new Dictionary<string, Dictionary<string, int>>(StringComparer.Ordinal), new Dictionary<string, int>(StringComparer.Ordinal));

        Assert.Equal(steps.Select(step => actors[step.Actor]), events.Select(each => each.Host), StringComparer.Ordinal);
        foreach (var (host, clock) in events)
        {
            Assert.Equal(counts.GetValueOrDefault(host) + 1, clock[host]);
            counts[host] = clock[host];
            Assert.All(known.GetValueOrDefault(host, []), before => Assert.InRange(clock[before.Key], before.Value, int.MaxValue));
            Assert.All(clock, each => Assert.InRange(each.Value, 1, counts[each.Key])); // nobody knows what has not happened
            known[host] = clock;
        }
    }

    [Fact]
    public void A_message_that_nobody_sent_tells_nothing_and_another_one_what_its_sender_knew()
    {
        using var output = new StringWriter();
        NarratedStep[] steps =
        [
            new(1, 0, "begins") { Receives = true, Receivers = [1, 1] },
            new(2, 0, string.Empty),
            new(3, 1, "takes one") { Receives = true },
        ];

        ShiVizLog.Write(["a", "b"], [1, 0], steps, output);

        Assert.Equal(
            "(?<event>.*)\\n(?<host>\\S*) (?<clock>{.*})\n\nbegins\na {\"a\": 1}\n...\na {\"a\": 2}\ntakes one\nb {\"a\": 1, \"b\": 1}\n",
            output.ToString());
    }

    private static string Write(string name, out IReadOnlyList<NarratedStep> steps, out IReadOnlyList<string> actors)
    {
        var test = RaceList.Find(name).Broken;
        using var searched = new LitmusWorld(test);
        using var told = new LitmusWorld(test);
        var tale = new WorldTale(told);
        steps = tale.Tell(BreadthFirstSearch.Run(searched.Space, new FingerprintedStates(), new SearchLimits()).Schedule);
        actors = tale.Actors;
        using var output = new StringWriter();
        ShiVizLog.Write(actors, tale.Posted, steps, output);
        return output.ToString();
    }

    /// <summary>By the expression of the first line, as ShiViz does.</summary>
    private static List<(string Host, Dictionary<string, int> Clock)> Parse(string log) =>
    [
        .. Event().Matches(log[(log.IndexOf("\n\n", StringComparison.Ordinal) + 2)..]).Select(match => (
            match.Groups["host"].Value, JsonSerializer.Deserialize<Dictionary<string, int>>(match.Groups["clock"].Value)!)),
    ];

    [GeneratedRegex(@"(?<event>.*)\n(?<host>\S*) (?<clock>{.*})", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Event();
}
