using System.Globalization;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>
/// Writes a schedule as a log for ShiViz, which draws one line an actor and an arrow for each message: two lines an event, what
/// it does, then the actor with its vector clock. The first line of the file is the expression that reads it.
/// </summary>
/// <remarks>
/// Source: <see href="https://bestchai.bitbucket.io/shiviz/"/>. A step is an event. Who takes a message knows what its sender
/// knew when it was sent; what actors learn through shared words is not in the clocks.
/// </remarks>
public static class ShiVizLog
{
    private const string Expression = @"(?<event>.*)\n(?<host>\S*) (?<clock>{.*})";

    /// <summary>Writes it.</summary>
    /// <param name="actors">Their names, by number.</param>
    /// <param name="posted">Messages that wait for each before anything has run: nobody sent them.</param>
    /// <param name="steps">The schedule.</param>
    /// <param name="output">Takes the log.</param>
    public static void Write(IReadOnlyList<string> actors, IReadOnlyList<int> posted, IReadOnlyList<NarratedStep> steps, TextWriter output)
    {
        output.Write($"{Expression}\n\n");
        var clocks = actors.Select(_ => new int[actors.Count]).ToList();
        var waiting = posted.Select(count => new Queue<int[]>(Enumerable.Repeat(new int[actors.Count], count))).ToList();
        foreach (var step in steps)
        {
            var clock = clocks[step.Actor];
            clock[step.Actor]++;
            if (step.Receives)
            {
                Join(clock, waiting[step.Actor].Dequeue());
            }

            foreach (var receiver in step.Receivers)
            {
                waiting[receiver].Enqueue([.. clock]);
            }

            output.Write($"{(step.Text.Length > 0 ? step.Text : "...")}\n{actors[step.Actor]} {{{Words(actors, clock)}}}\n");
        }
    }

    private static void Join(int[] clock, int[] other)
    {
        for (var i = 0; i < clock.Length; i++)
        {
            clock[i] = Math.Max(clock[i], other[i]);
        }
    }

    private static string Words(IReadOnlyList<string> actors, int[] clock) => string.Join(", ", clock.Index()
        .Where(each => each.Item > 0)
        .Select(each => string.Create(CultureInfo.InvariantCulture, $"\"{actors[each.Index]}\": {each.Item}")));
}
