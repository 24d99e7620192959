using System.Globalization;
using System.Text.RegularExpressions;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>
/// Reads the operations of a litmus program: <c>r1 = r0.0</c>, <c>r1 = r0</c>, <c>r1 = null</c>, <c>r0.0 = r1</c>,
/// <c>r0.0 = null</c>, <c>r1 = new 2</c> (an object with two fields), <c>r1 = old 2</c> (in old space), <c>r1 = weak r0</c>
/// (what the weak object points to), <c>trim r0 1</c> (an array keeps one element), <c>raw r0 1</c> (a changeable object
/// becomes one raw word), <c>sleep</c>, <c>mark</c>, <c>step</c>, <c>scavenge</c>, <c>collect</c>, <c>any 3</c> (up to three operations,
/// whichever), <c>any</c> (any number); apart by semicolon or line.
/// </summary>
public static partial class LitmusSyntax
{
    /// <summary>Registers of a mutator.</summary>
    public const int Registers = 4;

    /// <summary>What an operation may be.</summary>
    public const string Allowed =
        "rA = rB.FIELD, rA = rB, rA = null, rA = weak rB, rA.FIELD = rB, rA.FIELD = null, rA = new FIELDS, rA = old FIELDS, "
        + "trim rA ELEMENTS, raw rA WORDS, sleep, mark, step, scavenge, collect, any or any COUNT, with registers r0 to r3";

    /// <summary>Reads a program.</summary>
    /// <param name="text">Its operations.</param>
    /// <exception cref="FormatException">One is none; the message quotes it.</exception>
    public static IReadOnlyList<LitmusOperation> Parse(string text) =>
    [
        .. text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries).Select(Read),
    ];

    /// <summary>The text of an operation.</summary>
    /// <param name="operation">The operation.</param>
    public static string Print(in LitmusOperation operation)
    {
        var (a, b) = ($"r{operation.A}", operation.B < 0 ? "null" : $"r{operation.B}");
        return operation.Verb switch
        {
            LitmusVerb.Copy => $"{a} = {b}",
            LitmusVerb.Load => string.Create(CultureInfo.InvariantCulture, $"{a} = {b}.{operation.Field}"),
            LitmusVerb.Store => string.Create(CultureInfo.InvariantCulture, $"{a}.{operation.Field} = {b}"),
            LitmusVerb.Allocate => string.Create(CultureInfo.InvariantCulture, $"{a} = new {operation.Field}"),
            LitmusVerb.AllocateOld => string.Create(CultureInfo.InvariantCulture, $"{a} = old {operation.Field}"),
            LitmusVerb.LoadWeak => $"{a} = weak {b}",
            LitmusVerb.Trim => string.Create(CultureInfo.InvariantCulture, $"trim {a} {operation.Field}"),
            LitmusVerb.Become => string.Create(CultureInfo.InvariantCulture, $"raw {a} {operation.Field}"),
            LitmusVerb.Any when operation.Field > 0 => string.Create(CultureInfo.InvariantCulture, $"any {operation.Field}"),
            var verb => verb.ToString().ToLowerInvariant(),
        };
    }

    [GeneratedRegex(
        @"^r(?<a>[0-3]) = (?:r(?<b>[0-3])(?:\.(?<load>\d))?|(?<null>null)|new (?<fields>[1-9])|old (?<old>[1-9])|weak r(?<weak>[0-3]))$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex Assignment();

    [GeneratedRegex(@"^(?<verb>trim|raw) r(?<a>[0-3]) (?<rest>\d)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Change();

    [GeneratedRegex("^any( (?<count>[1-9]))?$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Any();

    [GeneratedRegex(@"^r(?<a>[0-3])\.(?<field>\d) = (?:r(?<b>[0-3])|null)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Store();

    private static LitmusOperation Read(string text)
    {
        if (Store().Match(text) is { Success: true } store)
        {
            return new(LitmusVerb.Store, Number(store, "a"), Number(store, "b"), Number(store, "field"));
        }

        if (Assignment().Match(text) is { Success: true } assignment)
        {
            return ReadAssignment(assignment);
        }

        if (Change().Match(text) is { Success: true } change)
        {
            var verb = change.Groups["verb"].Value is "trim" ? LitmusVerb.Trim : LitmusVerb.Become;
            return new(verb, Number(change, "a"), Field: Number(change, "rest"));
        }

        if (Any().Match(text) is { Success: true } any)
        {
            return new(LitmusVerb.Any, Field: Math.Max(0, Number(any, "count")));
        }

        return text switch
        {
            "sleep" => new(LitmusVerb.Sleep),
            "mark" => new(LitmusVerb.Mark),
            "step" => new(LitmusVerb.Step),
            "scavenge" => new(LitmusVerb.Scavenge),
            "collect" => new(LitmusVerb.Collect),
            _ => throw new FormatException($"found '{text}', allowed: {Allowed}"),
        };
    }

    private static LitmusOperation ReadAssignment(Match match)
    {
        var a = Number(match, "a");
        return match.Groups["fields"].Success ? new(LitmusVerb.Allocate, a, -1, Number(match, "fields"))
            : match.Groups["old"].Success ? new(LitmusVerb.AllocateOld, a, -1, Number(match, "old"))
            : match.Groups["weak"].Success ? new(LitmusVerb.LoadWeak, a, Number(match, "weak"))
            : match.Groups["load"].Success ? new(LitmusVerb.Load, a, Number(match, "b"), Number(match, "load"))
            : new(LitmusVerb.Copy, a, Number(match, "b"));
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : -1;
}
