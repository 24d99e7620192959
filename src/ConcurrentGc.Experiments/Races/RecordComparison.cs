using System.Globalization;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Exploration.Schedules;

namespace ConcurrentGc.Experiments.Races;

/// <summary>A schedule made on both hosts.</summary>
/// <param name="Explorer">On the explorer's.</param>
/// <param name="Actors">On Akka.NET actors.</param>
public sealed record RecordComparison(Replay Explorer, Replay Actors)
{
    /// <summary>Makes it on both.</summary>
    /// <param name="test">The world.</param>
    /// <param name="steps">The schedule.</param>
    /// <exception cref="FormatException">The schedule is of another world.</exception>
    public static RecordComparison Of(LitmusTest test, IReadOnlyList<int> steps)
    {
        using var world = new LitmusWorld(test);
        return new RecordComparison(Replay.Of(world, steps), ActorReplay.Of(test, steps));
    }

    /// <summary>Whether records, broken rules and ends are the same.</summary>
    public bool IsSame => Explorer.Hash == Actors.Hash
        && string.Equals(Explorer.Message, Actors.Message, StringComparison.Ordinal)
        && Explorer.IsComplete == Actors.IsComplete;

    /// <summary>The hash of the record on actors.</summary>
    public string ActorsHash => Actors.Hash.ToString("x32", CultureInfo.InvariantCulture);

    /// <summary>What differs, in words.</summary>
    public string Sentence
    {
        get
        {
            if (IsSame)
            {
                return string.Create(CultureInfo.InvariantCulture, $"the same record, {Actors.Record.Count} entries");
            }

            var same = Explorer.Record.Zip(Actors.Record).TakeWhile(static pair => pair.First == pair.Second).Count();
            return same < Math.Max(Explorer.Record.Count, Actors.Record.Count)
                ? string.Create(CultureInfo.InvariantCulture, $"entry {same + 1} differs: {At(Explorer, same)} here, {At(Actors, same)} there")
                : $"the end differs: '{Explorer.Message}' here, '{Actors.Message}' there";
        }
    }

    private static string At(Replay replay, int entry) => entry < replay.Record.Count ? replay.Record[entry].ToString() : "none";
}
