using System.Globalization;
using System.Text;

namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>How Node lays out and quotes what it inspects.</summary>
/// <remarks>Source: Node 20, lib/internal/util/inspect.js: strEscape, reduceToSingleString, groupArrayElements.</remarks>
internal static class InspectionText
{
    /// <summary>Elements of an array that are shown.</summary>
    public const int MaximumElements = 100;

    private const int BreakLength = 80;
    private const int Compact = 3;
    private const int MinimumGroup = 6;
    private const int MaximumColumns = 15;
    private const int MaximumTextLength = 10_000;
    private const int MinimumLineWidth = 16;

    /// <summary>A string inside of an object, quoted; long ones are cut at their line ends.</summary>
    /// <param name="text">The string.</param>
    /// <param name="indentation">Columns that it stands to the right.</param>
    public static string QuoteValue(string text, int indentation)
    {
        var trailer = string.Empty;
        if (text.Length > MaximumTextLength)
        {
            var more = text.Length - MaximumTextLength;
            text = text[..MaximumTextLength];
            trailer = string.Create(CultureInfo.InvariantCulture, $"... {more} more character{(more > 1 ? "s" : string.Empty)}");
        }

        if (text.Length <= MinimumLineWidth || text.Length <= BreakLength - indentation - 4 || !text.AsSpan(0, text.Length - 1).Contains('\n'))
        {
            return Quote(text) + trailer;
        }

        var lines = new List<string>();
        for (var at = 0; at < text.Length;)
        {
            var end = text.IndexOf('\n', at);
            end = end < 0 ? text.Length : end + 1;
            lines.Add(Quote(text[at..end]));
            at = end;
        }

        return string.Join(" +\n" + new string(' ', indentation + 2), lines) + trailer;
    }

    /// <summary>A string in quotes.</summary>
    /// <param name="text">The string.</param>
    public static string Quote(string text)
    {
        var quote = !text.Contains('\'') ? '\''
            : !text.Contains('"') ? '"'
            : !text.Contains('`') && !text.Contains("${", StringComparison.Ordinal) ? '`' : '\'';
        var quoted = new StringBuilder().Append(quote);
        for (var i = 0; i < text.Length; i++)
        {
            if (char.IsHighSurrogate(text[i]) && i + 1 < text.Length && char.IsLowSurrogate(text[i + 1]))
            {
                quoted.Append(text[i]).Append(text[++i]);
            }
            else
            {
                AppendEscaped(quoted, text[i], quote);
            }
        }

        return quoted.Append(quote).ToString();
    }

    /// <summary>A property's name: quoted unless it is an ASCII identifier.</summary>
    /// <param name="name">The name.</param>
    public static string Key(string name)
    {
        if (name is Interpreting.Realm.IteratorKey)
        {
            return "[Symbol(Symbol.iterator)]";
        }

        if (name is "__proto__")
        {
            return "['__proto__']";
        }

        var isIdentifier = name.Length > 0 && !char.IsAsciiDigit(name[0]);
        foreach (var character in name)
        {
            isIdentifier &= char.IsAsciiLetterOrDigit(character) || character == '_';
        }

        return isIdentifier ? name : Quote(name);
    }

    /// <summary>Lays the parts of an object out: in one line, in columns, or each in its own line.</summary>
    /// <param name="state">The inspection.</param>
    /// <param name="parts">Texts of the parts.</param>
    /// <param name="head">What stands before the brace; empty: nothing.</param>
    /// <param name="braces">The opening brace, with the class before it, and the closing one.</param>
    /// <param name="isArray">Whether the parts may be laid out in columns.</param>
    /// <param name="isNumeric">Whether all parts are numbers: columns are aligned at the right.</param>
    /// <param name="level">Level of the object.</param>
    public static string Layout(
        InspectionState state, List<string> parts, string head, (string Open, string Close) braces, bool isArray, bool isNumeric, int level)
    {
        var start = head.Length == 0 ? braces.Open : $"{head} {braces.Open}";
        var count = parts.Count;
        if (isArray && count > MinimumGroup)
        {
            parts = Group(state, parts, isNumeric);
        }

        if (state.CurrentDepth - level < Compact && count == parts.Count
            && Fits(parts, parts.Count + state.Indentation + braces.Open.Length + head.Length + 10, head))
        {
            var line = string.Join(", ", parts);
            if (!line.Contains('\n'))
            {
                return $"{start} {line} {braces.Close}";
            }
        }

        var indentation = "\n" + new string(' ', state.Indentation);
        return $"{start}{indentation}  {string.Join($",{indentation}  ", parts)}{indentation}{braces.Close}";
    }

    private static bool Fits(List<string> parts, int start, string head)
    {
        var total = parts.Count + start;
        return total + parts.Count <= BreakLength && total + parts.Sum(each => each.Length) <= BreakLength && !head.Contains('\n');
    }

    private static List<string> Group(InspectionState state, List<string> parts, bool isNumeric)
    {
        var count = parts.Count > MaximumElements ? parts.Count - 1 : parts.Count; // the last one says how many more there are
        var total = 0;
        var longest = 0;
        for (var i = 0; i < count; i++)
        {
            total += parts[i].Length + 2;
            longest = Math.Max(longest, parts[i].Length);
        }

        var widest = longest + 2;
        if ((widest * 3) + state.Indentation >= BreakLength || !((double)total / widest > 5 || longest <= 6))
        {
            return parts;
        }

        var bias = Math.Max(widest - 3 - Math.Sqrt(widest - ((double)total / parts.Count)), 1);
        var columns = Math.Min(
            Math.Min((int)Math.Floor((Math.Sqrt(2.5 * bias * count) / bias) + 0.5), (BreakLength - state.Indentation) / widest),
            Math.Min(Compact * 4, MaximumColumns));
        return columns <= 1 ? parts : Rows(parts, count, columns, isNumeric);
    }

    private static List<string> Rows(List<string> parts, int count, int columns, bool isNumeric)
    {
        var widths = new int[columns];
        for (var i = 0; i < count; i++)
        {
            widths[i % columns] = Math.Max(widths[i % columns], parts[i].Length + 2);
        }

        var rows = new List<string>();
        for (var i = 0; i < count; i += columns)
        {
            var row = new StringBuilder();
            var last = Math.Min(i + columns, count) - 1;
            for (var j = i; j < last; j++)
            {
                row.Append(isNumeric ? (parts[j] + ", ").PadLeft(widths[j - i]) : (parts[j] + ", ").PadRight(widths[j - i]));
            }

            row.Append(isNumeric ? parts[last].PadLeft(widths[last - i] - 2) : parts[last]);
            rows.Add(row.ToString());
        }

        if (count < parts.Count)
        {
            rows.Add(parts[^1]);
        }

        return rows;
    }

    private static void AppendEscaped(StringBuilder text, char character, char quote)
    {
        switch (character)
        {
            case '\b':
                text.Append("\\b");
                break;
            case '\t':
                text.Append("\\t");
                break;
            case '\n':
                text.Append("\\n");
                break;
            case '\f':
                text.Append("\\f");
                break;
            case '\r':
                text.Append("\\r");
                break;
            case '\\':
                text.Append("\\\\");
                break;
            case '\'' when quote == '\'':
                text.Append("\\'");
                break;
            case < ' ' or (>= '\u007f' and <= '\u009f'):
                text.Append(CultureInfo.InvariantCulture, $"\\x{(int)character:X2}");
                break;
            default:
                text = char.IsSurrogate(character) ? text.Append(CultureInfo.InvariantCulture, $"\\u{(int)character:x4}") : text.Append(character);
                break;
        }
    }
}
