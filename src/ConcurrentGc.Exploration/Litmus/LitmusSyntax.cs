using System.Globalization;
using System.Text.RegularExpressions;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>
/// Reads the operations of a litmus program: <c>r1 = r0.0</c>, <c>r1 = r0</c>, <c>r1 = null</c>, <c>r0.0 = r1</c>,
/// <c>r0.0 = null</c>, <c>r1 = new 2</c> (an object with two fields), <c>mark</c>, <c>step</c>, <c>scavenge</c>,
/// <c>collect</c>; apart by semicolon or line.
/// </summary>
public static partial class LitmusSyntax
{
    /// <summary>Registers of a mutator.</summary>
    public const int Registers = 4;

    /// <summary>What an operation may be.</summary>
    public const string Allowed =
        "rA = rB.FIELD, rA = rB, rA = null, rA.FIELD = rB, rA.FIELD = null, rA = new FIELDS, mark, step, scavenge or collect, "
        + "with registers r0 to r3";

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
            var verb => verb.ToString().ToLowerInvariant(),
        };
    }

    [GeneratedRegex(
        @"^r(?<a>[0-3]) = (?:r(?<b>[0-3])(?:\.(?<load>\d))?|(?<null>null)|new (?<fields>[1-9]))$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex Assignment();

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
            var verb = assignment.Groups["load"].Success ? LitmusVerb.Load
                : assignment.Groups["fields"].Success ? LitmusVerb.Allocate
                : LitmusVerb.Copy;
            var field = Number(assignment, verb == LitmusVerb.Load ? "load" : "fields");
            return new(verb, Number(assignment, "a"), Number(assignment, "b"), Math.Max(0, field));
        }

        return text switch
        {
            "mark" => new(LitmusVerb.Mark),
            "step" => new(LitmusVerb.Step),
            "scavenge" => new(LitmusVerb.Scavenge),
            "collect" => new(LitmusVerb.Collect),
            _ => throw new FormatException($"found '{text}', allowed: {Allowed}"),
        };
    }

    private static int Number(Match match, string group) =>
        match.Groups[group] is { Success: true } found ? int.Parse(found.Value, CultureInfo.InvariantCulture) : -1;
}
