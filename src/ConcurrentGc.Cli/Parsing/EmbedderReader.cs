using System.Globalization;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Collecting;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>Reads what the embedder does.</summary>
internal static class EmbedderReader
{
    private const int DefaultRate = 60;
    private const long MostNanoseconds = 1_000_000_000_000_000;

    private static readonly (string Word, MemoryPressure Level)[] _levels =
        [("moderate", MemoryPressure.Moderate), ("critical", MemoryPressure.Critical)];

    private static readonly (string Unit, long Nanoseconds)[] _units = [("ms", 1_000_000), ("s", 1_000_000_000)];

    /// <summary>Reads it.</summary>
    /// <param name="line">The parsed line.</param>
    /// <exception cref="UsageException">A value is not allowed.</exception>
    public static EmbedderOptions Read(ParsedLine line)
    {
        var (level, nanoseconds) = line.Text(Flags.MemoryPressure) is { } text ? Pressure(text) : default;
        return new EmbedderOptions(
            (int)line.Number(Flags.FrameRate, DefaultRate),
            (IdleTimeUse)line.Choice(Flags.IdleTime),
            level,
            nanoseconds);
    }

    private static (MemoryPressure Level, long Nanoseconds) Pressure(string text)
    {
        var at = text.Split('@');
        var level = Array.Find(_levels, each => string.Equals(each.Word, at[0], StringComparison.Ordinal)).Level;
        var unit = Array.Find(_units, each => at[^1].EndsWith(each.Unit, StringComparison.Ordinal));
        return at.Length == 2 && level != MemoryPressure.None && unit.Unit is not null
            && decimal.TryParse(
                at[1].AsSpan(..^unit.Unit.Length), NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var number)
            && number <= MostNanoseconds / unit.Nanoseconds && number * unit.Nanoseconds >= 1
            ? (level, (long)(number * unit.Nanoseconds))
            : throw new UsageException($"{Flags.MemoryPressure.Name}: found '{text}', allowed: {Flags.MemoryPressure.Allowed}");
    }
}
