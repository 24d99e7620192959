using System.Globalization;
using ConcurrentGc.Exploration.Hosting;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>A schedule on a line: numbers of actors, each with how often it steps in a row.</summary>
internal static class ScheduleText
{
    /// <summary>Writes it.</summary>
    /// <param name="schedule">The steps.</param>
    public static string Of(IReadOnlyList<int> schedule)
    {
        var parts = new List<string>();
        for (var at = 0; at < schedule.Count;)
        {
            var step = schedule[at];
            var count = schedule.Skip(at).TakeWhile(each => each == step).Count();
            var (actor, choices) = (WorldSpace.ActorOf(step), step >> 8);
            var text = choices == 0 ? Number(actor) : $"{Number(actor)}.{Number(choices)}";
            parts.Add(count == 1 ? text : $"{text}x{Number(count)}");
            at += count;
        }

        return string.Join(' ', parts);
    }

    private static string Number(int number) => number.ToString(CultureInfo.InvariantCulture);
}
