using System.Globalization;
using System.Text.Json;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Checking;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Checking;

/// <summary>How the parts of a check are written.</summary>
internal static class CheckWords
{
    /// <summary>The defects that a check can find, in their order.</summary>
    public static IReadOnlyList<KnownDefect> Findable { get; } = [.. KnownDefects.All.Where(known => !known.NeedsStoreBuffers)];

    /// <summary>Their names.</summary>
    public static IReadOnlyList<string> Defects { get; } = [.. Findable.Select(known => Word(known.Defect))];

    /// <summary>A member of an enumeration, its words joined by dashes.</summary>
    /// <param name="member">The member.</param>
    public static string Word(Enum member) => JsonNamingPolicy.KebabCaseLower.ConvertName(member.ToString());

    /// <summary>A barrier under the word of its flag.</summary>
    /// <param name="barrier">The kind.</param>
    public static string Word(BarrierKind barrier) => Flags.Barrier.Words[(int)barrier];

    /// <summary>What was reached, as words.</summary>
    /// <param name="what">What.</param>
    public static string Sentence(Reached what) => Word(what).Replace('-', ' ');

    /// <summary>The line that repeats a run, but for the order of threads.</summary>
    /// <param name="check">The run.</param>
    public static string Line(CheckCase check)
    {
        var defect = check.Defect == Defect.None ? string.Empty : $" --defect {Word(check.Defect)}";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"orinoco check --seeds {check.Seed}..{check.Seed} --barrier {Word(check.Barrier)} --host {Word(check.Host)}{defect}");
    }
}
