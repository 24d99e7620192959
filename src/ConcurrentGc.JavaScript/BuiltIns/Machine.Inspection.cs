using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.BuiltIns;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What console.log prints of values, in the manner of Node's util.inspect.</summary>
/// <remarks>Source: Node 20, lib/internal/util/inspect.js: formatValue, formatRaw, formatArray, improveStack.</remarks>
internal sealed unsafe partial class Machine
{
    private const int InspectDepth = 2;

    private string Inspect(long word) => Inspect(word, 0, new InspectionState(InspectDepth, showsHidden: false));

    private static string InspectNumber(double number) => number == 0 && double.IsNegative(number) ? "-0" : NumberText.Of(number);

    private string Inspect(long word, int level, InspectionState state)
    {
        if (IsText(word))
        {
            return InspectionText.QuoteValue(TextOf(word), state.Indentation);
        }

        if (!IsObject(word))
        {
            return TryNumber(&word, out var number) ? InspectNumber(number) : OddballText(word);
        }

        if (!state.Open.Contains(word))
        {
            return InspectObject(word, level, state);
        }

        if (!state.Circular.Contains(word))
        {
            state.Circular.Add(word);
        }

        return $"[Circular *{Invariant(state.Circular.IndexOf(word) + 1)}]";
    }

    private string InspectObject(long word, int level, InspectionState state)
    {
        var kind = KindOf(word);
        var isArray = kind == ObjectLayout.KindArray || IsTypedArray(word);
        var type = ClassNameOf(word);
        if (kind == ObjectLayout.KindObject && BuiltInName(word) is not null)
        {
            (_hasBadArgument, _failure) = (true, TextFailure.BuiltIn); // Node shows a tag, and hides the functions
        }

        var (keys, elements) = (KeysOf(word), CountElements(word));
        var head = kind == ObjectLayout.KindFunction ? FunctionHead(word) : kind == ObjectLayout.KindError ? ErrorHead(word, type, state, keys) : string.Empty;
        var prefix = kind >= ObjectLayout.KindCollection ? CollectionPrefix(word, type)
            : head.Length > 0 || string.Equals(type, isArray ? "Array" : "Object", StringComparison.Ordinal) ? string.Empty
            : isArray ? $"{type}({Invariant(elements)}) " : type + " ";
        var braces = isArray ? (prefix + "[", "]") : (prefix + "{", "}");
        if (keys.Count == 0 && elements == 0 && !(isArray && state.ShowsHidden) && !HasItems(word))
        {
            return head.Length > 0 ? head : braces.Item1 + braces.Item2;
        }

        if (level > state.Depth)
        {
            return head.Length > 0 ? $"[{(kind == ObjectLayout.KindFunction ? "Function" : type)}]" : $"[{type}]";
        }

        level++;
        state.Open.Add(word);
        state.CurrentDepth = level;
        var parts = new List<string>();
        state.Indentation += 2;
        AddItems(parts, word, level, state);
        var isNumeric = AddElements(parts, word, level, state);
        foreach (var name in keys)
        {
            parts.Add($"{InspectionText.Key(NameOf(name))}: {InspectProperty(word, name, level, state)}");
            isNumeric = false;
        }

        state.Indentation -= 2;
        state.Open.RemoveAt(state.Open.Count - 1);
        if (state.Circular.IndexOf(word) is >= 0 and var number)
        {
            var reference = $"<ref *{Invariant(number + 1)}>";
            head = head.Length == 0 ? reference : $"{reference} {head}";
        }

        return InspectionText.Layout(state, parts, head, braces, isArray, isNumeric, level);
    }

    private string InspectProperty(long holder, int name, int level, InspectionState state)
    {
        var owner = _shapes.Find(ObjectLayout.ShapeIndex(*Object(holder)), name);
        return Inspect(*SlotOf(holder, owner), level, state);
    }

    /// <summary>Numbers of the named properties that are shown.</summary>
    private List<int> KeysOf(long word)
    {
        ref var shape = ref _shapes.Shapes[ObjectLayout.ShapeIndex(*Object(word))];
        var isPrototype = _shapes.Shapes[shape.Root].IsPrototype != 0;
        var isError = KindOf(word) == ObjectLayout.KindError;
        var keys = new List<int>();
        foreach (var name in _shapes.Names(ObjectLayout.ShapeIndex(*Object(word))))
        {
            if (!(isError && name is (Realm.NameStack or Realm.NameMessage)) && !(isPrototype && name == Realm.NameConstructor))
            {
                keys.Add(name);
            }
        }

        if (keys.Remove(Realm.NameIterator))
        {
            keys.Add(Realm.NameIterator); // symbols come after all strings
        }

        return keys;
    }

    private int CountElements(long word)
    {
        if (KindOf(word) == ObjectLayout.KindArray || IsTypedArray(word))
        {
            return LengthOf(word);
        }

        var count = 0;
        for (var i = 0; i < Tagged.ToInteger(Object(Object(word)[2])[1]); i++)
        {
            count += HasElement(word, i) ? 1 : 0;
        }

        return count;
    }

    /// <summary>Adds the elements of an object; holes in a row are one part.</summary>
    /// <returns>Whether all parts are numbers.</returns>
    private bool AddElements(List<string> parts, long word, int level, InspectionState state)
    {
        var isArray = KindOf(word) == ObjectLayout.KindArray || IsTypedArray(word);
        var length = isArray ? LengthOf(word) : Tagged.ToInteger(Object(Object(word)[2])[1]);
        var isNumeric = true;
        var at = 0;
        while (at < length && !(isArray && parts.Count == InspectionText.MaximumElements))
        {
            double number = 0;
            var element = PeekOwnElement(word, at, ref number);
            if (element == _state->Hole)
            {
                var start = at;
                while (at < length && !HasElement(word, at))
                {
                    at++;
                }

                if (isArray)
                {
                    parts.Add(Count(at - start, "empty item", "<", ">"));
                    isNumeric = false;
                }

                continue;
            }

            var text = element == ObjectLayout.DoubleMarker ? InspectNumber(number) : Inspect(element, level, state);
            isNumeric &= element == ObjectLayout.DoubleMarker || TryNumber(&element, out _);
            parts.Add(isArray ? text : $"'{Invariant(at)}': {text}");
            at++;
        }

        if (isArray && at < length)
        {
            parts.Add(Count(length - at, "more item", "... ", string.Empty));
            return isNumeric && HasNumber(word, parts.Count - 1);
        }

        if (isArray && state.ShowsHidden)
        {
            parts.Add($"[length]: {Invariant(length)}");
            return false;
        }

        return isNumeric;
    }

    // The part that says how many more there are stands where the next element would: Node looks at that one.
    private bool HasNumber(long array, int index)
    {
        double number = 0;
        var element = PeekOwnElement(array, index, ref number);
        return element == ObjectLayout.DoubleMarker || TryNumber(&element, out _);
    }

    private static string Count(int count, string what, string before, string after) =>
        $"{before}{Invariant(count)} {what}{(count == 1 ? string.Empty : "s")}{after}";

    private string FunctionHead(long word)
    {
        var info = FunctionInfoOf(word);
        var name = TextOf(_constants[info->Name]);
        if ((info->Flags & FunctionFlags.ClassConstructor) == FunctionFlags.None)
        {
            return name.Length == 0 ? "[Function (anonymous)]" : $"[Function: {name}]";
        }

        var parent = PrototypeOf(word);
        var parentName = (info->Flags & FunctionFlags.Derived) != FunctionFlags.None && IsConstructor(parent)
            ? TextOf(_constants[FunctionInfoOf(parent)->Name])
            : string.Empty;
        return $"[class {(name.Length == 0 ? "(anonymous)" : name)}{(parentName.Length == 0 ? string.Empty : " extends " + parentName)}]";
    }

    /// <summary>The stack of an error, with its class in the first line; properties that repeat what it says are not shown.</summary>
    private string ErrorHead(long word, string type, InspectionState state, List<int> keys)
    {
        var stack = StackText(word) ?? (TryErrorText(word, out var text) ? text : "Error");
        foreach (var repeated in (ReadOnlySpan<int>)[Realm.NameName, Realm.NameMessage, Realm.NameStack])
        {
            var value = PeekNamed(word, repeated);
            if (IsText(value) && stack.Contains(TextOf(value), StringComparison.Ordinal))
            {
                keys.Remove(repeated);
            }
        }

        var nameWord = PeekNamed(word, Realm.NameName);
        var name = IsText(nameWord) ? TextOf(nameWord) : "Error";
        if (name.EndsWith("Error", StringComparison.Ordinal) && stack.StartsWith(name, StringComparison.Ordinal)
            && (stack.Length == name.Length || stack[name.Length] is ':' or '\n') && !string.Equals(type, name, StringComparison.Ordinal))
        {
            stack = (type.Contains(name, StringComparison.Ordinal) ? type : $"{type} [{name}]") + stack[name.Length..];
        }

        if (!stack.Contains("\n    at", StringComparison.Ordinal))
        {
            stack = $"[{stack}]";
        }

        return stack.Replace("\n", "\n" + new string(' ', state.Indentation), StringComparison.Ordinal);
    }
}
