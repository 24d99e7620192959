using System.Globalization;
using System.Text.RegularExpressions;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>The statements of a drawn heap, parsed; see <see cref="DrawnHeap"/>.</summary>
internal sealed partial class HeapText
{
    /// <summary>What a statement may be.</summary>
    public const string Allowed =
        "root NAME -> OBJECT, OBJECT.FIELD -> OBJECT, OBJECT.FIELD = NUMBER or OBJECT [young, intermediate, old, sparse, sparse-2, "
        + "sparse-3, code, read-only, large or new-large] [array, changeable, weak or table] [FIELDS]";

    private readonly Dictionary<string, int> _shapes = [];

    private HeapText()
    {
    }

    /// <summary>Names in order of appearance: an index is the shape number.</summary>
    public List<string> Names { get; } = [];

    /// <summary>Where each object is to be.</summary>
    public List<string> Kinds { get; } = [];

    /// <summary>What each object is.</summary>
    public List<string> Layouts { get; } = [];

    /// <summary>Fields of each object; -1: as many as are mentioned.</summary>
    public List<int> FieldCounts { get; } = [];

    /// <summary>Roots: name, and shape of the object.</summary>
    public List<(string Root, int Target)> Roots { get; } = [];

    /// <summary>Fields: shape of the holder, index, and either the shape of the target or a small integer.</summary>
    public List<(int Holder, int Field, int? Target, int Value)> Fields { get; } = [];

    /// <summary>Parses a drawing.</summary>
    /// <param name="text">Its statements.</param>
    /// <exception cref="FormatException">One is none; the message quotes it.</exception>
    public static HeapText Parse(string text)
    {
        var parsed = new HeapText();
        foreach (var statement in text.Split([';', '\n'], StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
        {
            parsed.Read(statement);
        }

        return parsed;
    }

    /// <summary>One more than the highest field of an object that is mentioned, at least one.</summary>
    public int MentionedFields(int shape) =>
        Fields.Where(each => each.Holder == shape).Select(each => each.Field + 1).Append(1).Max();

    [GeneratedRegex(@"^root(?: (?<root>[\w-]+))? -> (?<target>\w+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex RootStatement();

    [GeneratedRegex(@"^(?<holder>\w+)(?:\.(?<field>\d{1,2}))? -> (?<target>\w+)$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex PointerStatement();

    [GeneratedRegex(@"^(?<holder>\w+)(?:\.(?<field>\d{1,2}))? = (?<value>-?\d{1,9})$", RegexOptions.ExplicitCapture, 1000)]
    private static partial Regex NumberStatement();

    [GeneratedRegex(
        @"^(?<name>\w+)(?= )(?: (?<kind>young|intermediate|old|sparse(-[23])?|code|read-only|large|new-large))?"
        + @"(?: (?<layout>array|changeable|weak|table))?(?: (?<fields>\d{1,3}))?$",
        RegexOptions.ExplicitCapture,
        1000)]
    private static partial Regex KindStatement();

    private static int Number(Group group) => int.Parse(group.Value, CultureInfo.InvariantCulture);

    private void Read(string statement)
    {
        if (RootStatement().Match(statement) is { Success: true } root)
        {
            var name = root.Groups["root"] is { Success: true } given ? given.Value : $"r{Roots.Count}";
            Roots.Add((name, ShapeOf(root.Groups["target"].Value)));
        }
        else if (PointerStatement().Match(statement) is { Success: true } pointer)
        {
            var holder = ShapeOf(pointer.Groups["holder"].Value);
            Fields.Add((holder, FieldOf(pointer, holder), ShapeOf(pointer.Groups["target"].Value), 0));
        }
        else if (NumberStatement().Match(statement) is { Success: true } number)
        {
            var holder = ShapeOf(number.Groups["holder"].Value);
            Fields.Add((holder, FieldOf(number, holder), null, Number(number.Groups["value"])));
        }
        else if (KindStatement().Match(statement) is { Success: true } kind)
        {
            var shape = ShapeOf(kind.Groups["name"].Value);
            Kinds[shape] = kind.Groups["kind"] is { Success: true } place ? place.Value : "young";
            Layouts[shape] = kind.Groups["layout"].Value;
            FieldCounts[shape] = kind.Groups["fields"] is { Success: true } fields ? Number(fields) : -1;
        }
        else
        {
            throw new FormatException($"found '{statement}', allowed: {Allowed}");
        }
    }

    private int FieldOf(Match match, int holder)
    {
        var next = Fields.Where(each => each.Holder == holder).Select(each => each.Field + 1).Append(0).Max();
        return match.Groups["field"] is { Success: true } given ? Number(given) : next;
    }

    private int ShapeOf(string name)
    {
        if (!_shapes.TryGetValue(name, out var shape))
        {
            shape = Names.Count;
            _shapes.Add(name, shape);
            Names.Add(name);
            Kinds.Add("young");
            Layouts.Add(string.Empty);
            FieldCounts.Add(-1);
        }

        return shape;
    }
}
