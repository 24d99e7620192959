using System.Globalization;
using System.IO.Hashing;
using System.Text.Json;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Exploration.Schedules;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>
/// A schedule with its world on one line: <c>lost-object --barrier none #0123abcd: 1*2 0 4*8</c>. In front of the colon a hash of
/// the world, so that a schedule of an older file is refused instead of misread.
/// </summary>
/// <param name="Plan">The world.</param>
/// <param name="Steps">The schedule.</param>
internal sealed record ReplayLine(RacePlan Plan, IReadOnlyList<int> Steps)
{
    private const string Form = "RACE [--barrier KIND] [--defect NAME] [--helpers N] [--memory MODEL] #HASH: STEPS";

    /// <summary>Prints it.</summary>
    public string Print() => $"{Plan.Words} #{HashOf(Plan.Test)}: {ScheduleText.Print(Steps)}";

    /// <summary>A world by name and hash.</summary>
    /// <param name="test">The world.</param>
    public static string WorldOf(LitmusTest test) => $"{test.Name} #{HashOf(test)}";

    /// <summary>Reads a line.</summary>
    /// <param name="text">As <see cref="Print"/> wrote it.</param>
    /// <exception cref="UsageException">It is none, or of a world that is another one now.</exception>
    public static ReplayLine Parse(string text)
    {
        var (hash, colon) = (text.IndexOf('#', StringComparison.Ordinal), text.IndexOf(": ", StringComparison.Ordinal));
        if (hash < 0 || colon < hash)
        {
            throw new UsageException($"replay: found '{text}', allowed: {Form}, in quotes, as explore prints it");
        }

        var words = text[..hash].Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var plan = RacePlan.Read(LineParser.Parse(["explore", .. words]));
        var (found, expected) = (text[(hash + 1)..colon], HashOf(plan.Test));
        if (!string.Equals(found, expected, StringComparison.Ordinal))
        {
            throw new UsageException($"replay: found #{found}, allowed: #{expected}, which the race has now; the schedule is of another world");
        }

        try
        {
            return new ReplayLine(plan, ScheduleText.Parse(text[(colon + 1)..]));
        }
        catch (FormatException problem)
        {
            throw new UsageException($"replay: {problem.Message}", problem);
        }
    }

    private static string HashOf(LitmusTest test) =>
        XxHash32.HashToUInt32(JsonSerializer.SerializeToUtf8Bytes(test)).ToString("x8", CultureInfo.InvariantCulture);
}
