using System.Globalization;
using System.Text;
using ConcurrentGc.Exploration.Hosting;

namespace ConcurrentGc.Exploration.Schedules;

/// <summary>
/// A schedule as one line: actors by number, <c>3</c>, with what the role chose, <c>3.1</c> (hexadecimal), and how often in a
/// row, <c>3*12</c>; apart by spaces.
/// </summary>
public static class ScheduleText
{
    private const int MostActors = 256;
    private const int MostInRow = 1_000_000;

    /// <summary>Prints a schedule.</summary>
    /// <param name="steps">Its steps, those of a <see cref="WorldSpace"/>.</param>
    public static string Print(IReadOnlyList<int> steps)
    {
        var text = new StringBuilder();
        for (var at = 0; at < steps.Count;)
        {
            var step = steps[at];
            var end = at + 1;
            while (end < steps.Count && steps[end] == step)
            {
                end++;
            }

            text.Append(at == 0 ? string.Empty : " ");
            text.Append(CultureInfo.InvariantCulture, $"{WorldSpace.ActorOf(step)}");
            if (WorldSpace.ChoicesOf(step) is var choices and not 0)
            {
                text.Append(CultureInfo.InvariantCulture, $".{choices:x}");
            }

            if (end - at > 1)
            {
                text.Append(CultureInfo.InvariantCulture, $"*{end - at}");
            }

            at = end;
        }

        return text.ToString();
    }

    /// <summary>Reads a schedule.</summary>
    /// <param name="text">As <see cref="Print"/> writes it.</param>
    /// <exception cref="FormatException">A word is no step; the message says which and what is allowed.</exception>
    public static IReadOnlyList<int> Parse(string text)
    {
        var steps = new List<int>();
        var words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        for (var number = 0; number < words.Length; number++)
        {
            var (count, step) = Read(words[number], number + 1);
            steps.AddRange(Enumerable.Repeat(step, count));
        }

        return steps;
    }

    private static (int Count, int Step) Read(string word, int number)
    {
        var star = word.IndexOf('*', StringComparison.Ordinal);
        var (what, times) = star < 0 ? (word, "1") : (word[..star], word[(star + 1)..]);
        var dot = what.IndexOf('.', StringComparison.Ordinal);
        var (actor, choices) = dot < 0 ? (what, "0") : (what[..dot], what[(dot + 1)..]);
        return int.TryParse(actor, NumberStyles.None, CultureInfo.InvariantCulture, out var who) && who < MostActors
            && int.TryParse(choices, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var chosen)
            && chosen is >= 0 and <= 0x7fffff
            && int.TryParse(times, NumberStyles.None, CultureInfo.InvariantCulture, out var count) && count is > 0 and <= MostInRow
            ? (count, WorldSpace.StepOf(who, chosen))
            : throw new FormatException(
                $"found '{word}' as word {number} of the schedule, allowed: an actor from 0 to {MostActors - 1}, "
                + ".CHOICES in hexadecimal, *TIMES in a row");
    }
}
