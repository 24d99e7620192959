using System.Text;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What console.log prints, in the manner of Node's util.inspect for the common cases.</summary>
internal sealed unsafe partial class Machine
{
    private const int InspectDepth = 2;
    private const int InspectWidth = 72;
    private const int InspectElements = 100;

    private string FormatLine(long* frame, int count)
    {
        var line = new StringBuilder();
        for (var i = 1; i <= count; i++)
        {
            line.Append(i == 1 ? string.Empty : " ").Append(FormatArgument(frame + i));
        }

        return line.Append('\n').ToString();
    }

    private string FormatArgument(long* register)
    {
        var word = *register;
        if (TryNumber(register, out var number))
        {
            return number == 0 && double.IsNegative(number) ? "-0" : NumberText.Of(number);
        }

        return IsText(word) ? TextOf(word) : IsObject(word) ? Inspect(word) : OddballText(word);
    }

    private string Inspect(long word) => Inspect(word, 0, []);

    private string Inspect(long word, int depth, List<long> open)
    {
        if (IsText(word))
        {
            return Quote(TextOf(word));
        }

        if (!IsObject(word))
        {
            return FormatArgument(&word);
        }

        if (open.Contains(word))
        {
            return "[Circular *1]";
        }

        open.Add(word);
        var text = InspectObject(word, depth, open);
        open.RemoveAt(open.Count - 1);
        return text;
    }

    private string InspectObject(long word, int depth, List<long> open)
    {
        var kind = KindOf(word);
        var prefix = ClassNameOf(word) is "Object" or "Array" ? string.Empty : ClassNameOf(word) + " ";
        var parts = new List<string>();
        switch (kind)
        {
            case ObjectLayout.KindFunction:
                var info = FunctionInfoOf(word);
                var name = TextOf(_constants[info->Name]);
                prefix = (info->Flags & FunctionFlags.ClassConstructor) != FunctionFlags.None
                    ? $"[class {(name.Length == 0 ? "(anonymous)" : name)}]"
                    : name.Length == 0 ? "[Function (anonymous)]" : $"[Function: {name}]";
                break;
            case ObjectLayout.KindError:
                prefix = StackText(word) ?? "[Error]";
                break;
            case ObjectLayout.KindArray when depth > InspectDepth:
                return "[Array]";
            default:
                if (depth > InspectDepth)
                {
                    return prefix.Length == 0 ? "[Object]" : $"[{prefix.TrimEnd()}]";
                }

                break;
        }

        AddElements(parts, word, depth, open);
        AddNamed(parts, word, depth, open);
        if (kind is ObjectLayout.KindFunction or ObjectLayout.KindError)
        {
            return parts.Count == 0 ? prefix : $"{prefix} {Layout(parts, "{", "}", depth)}";
        }

        return kind == ObjectLayout.KindArray
            ? prefix + Layout(parts, "[", "]", depth)
            : prefix + Layout(parts, "{", "}", depth);
    }

    private void AddElements(List<string> parts, long word, int depth, List<long> open)
    {
        var isArray = KindOf(word) == ObjectLayout.KindArray;
        var length = isArray ? ArrayLength(word) : Tagged.ToInteger(Object(Object(word)[2])[1]);
        for (var i = 0; i < Math.Min(length, isArray ? InspectElements : length); i++)
        {
            double number = 0;
            var element = PeekOwnElement(word, i, ref number);
            var text = element == ObjectLayout.DoubleMarker
                ? number == 0 && double.IsNegative(number) ? "-0" : NumberText.Of(number)
                : element == _state->Hole ? "<1 empty item>" : Inspect(element, depth + 1, open);
            if (isArray)
            {
                parts.Add(text);
            }
            else if (element != _state->Hole)
            {
                parts.Add($"'{Invariant(i)}': {text}");
            }
        }

        if (isArray && length > InspectElements)
        {
            parts.Add($"... {Invariant(length - InspectElements)} more item{(length == InspectElements + 1 ? string.Empty : "s")}");
        }
    }

    private void AddNamed(List<string> parts, long word, int depth, List<long> open)
    {
        foreach (var name in _shapes.Names(ObjectLayout.ShapeIndex(*Object(word))))
        {
            if (KindOf(word) == ObjectLayout.KindError && name is (Realm.NameStack or Realm.NameMessage))
            {
                continue;
            }

            var value = PeekNamed(word, name);
            parts.Add($"{PropertyLabel(NameOf(name))}: {Inspect(value, depth + 1, open)}");
        }
    }

    private static string PropertyLabel(string name)
    {
        var isIdentifier = name.Length > 0 && (char.IsLetter(name[0]) || name[0] is '_' or '$');
        foreach (var character in name)
        {
            isIdentifier &= char.IsLetterOrDigit(character) || character is '_' or '$';
        }

        return isIdentifier ? name : Quote(name);
    }

    private static string Quote(string text)
    {
        var quote = !text.Contains('\'') ? '\'' : !text.Contains('"') ? '"' : !text.Contains('`') ? '`' : '\'';
        var escaped = text.Replace("\\", "\\\\", StringComparison.Ordinal).Replace("\n", "\\n", StringComparison.Ordinal).Replace("\t", "\\t", StringComparison.Ordinal);
        return quote + (quote == '\'' ? escaped.Replace("'", "\\'", StringComparison.Ordinal) : escaped) + quote;
    }

    private static string Layout(List<string> parts, string open, string close, int depth)
    {
        if (parts.Count == 0)
        {
            return open + close;
        }

        var line = string.Join(", ", parts);
        if (line.Length + parts.Count <= InspectWidth && !line.Contains('\n'))
        {
            return $"{open} {line} {close}";
        }

        var indent = new string(' ', 2 * (depth + 1));
        return $"{open}\n{indent}{string.Join(",\n" + indent, parts)}\n{indent[2..]}{close}";
    }
}
