using System.Globalization;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>Reads what the embedder does.</summary>
internal static class EmbedderReader
{
    private const int DefaultRate = 60;
    private const long NanosecondsPerMillisecond = 1_000_000;
    private const long MostMilliseconds = 1_000_000_000;

    private static readonly (string Word, MemoryPressure Level)[] _levels =
        [("moderate", MemoryPressure.Moderate), ("critical", MemoryPressure.Critical)];

    private static readonly (string Unit, long Milliseconds)[] _units = [("ms", 1), ("s", 1000)];

    /// <summary>Reads it.</summary>
    /// <param name="line">The parsed line.</param>
    /// <exception cref="UsageException">A value is not allowed.</exception>
    public static EmbedderOptions Read(ParsedLine line)
    {
        var (level, milliseconds) = line.Text(Flags.MemoryPressure) is { } text ? Pressure(text) : default;
        return new EmbedderOptions(
            (int)line.Number(Flags.FrameRate, DefaultRate),
            (IdleTimeUse)line.Choice(Flags.IdleTime),
            level,
            milliseconds * NanosecondsPerMillisecond);
    }

    private static (MemoryPressure Level, long Milliseconds) Pressure(string text)
    {
        var at = text.Split('@');
        var level = Array.Find(_levels, each => string.Equals(each.Word, at[0], StringComparison.Ordinal)).Level;
        var unit = Array.Find(_units, each => at[^1].EndsWith(each.Unit, StringComparison.Ordinal));
        return at.Length == 2 && level != MemoryPressure.None && unit.Unit is not null
            && long.TryParse(at[1].AsSpan(..^unit.Unit.Length), NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            && number >= 1 && number <= MostMilliseconds / unit.Milliseconds
            ? (level, number * unit.Milliseconds)
            : throw new UsageException($"{Flags.MemoryPressure.Name}: found '{text}', allowed: {Flags.MemoryPressure.Allowed}");
    }
}
