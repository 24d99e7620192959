using ConcurrentGc.JavaScript.BuiltIns;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What console.log prints of collections and their iterators.</summary>
/// <remarks>Source: Node 20, lib/internal/util/inspect.js: formatMap, formatSet, formatMapIterInner, formatWeakCollection.</remarks>
internal sealed unsafe partial class Machine
{
    private string CollectionPrefix(long word, string type)
    {
        var tag = ObjectTag(word)["[object ".Length..^1];
        if (IsTableIterator(word))
        {
            return $"[{(GivesEntry(IteratorRoot(word)) ? tag.Replace("Iterator", "Entries", StringComparison.Ordinal) : tag)}] ";
        }

        var size = KindOf(word) == ObjectLayout.KindCollection ? $"({Invariant(Table(Object(word)[TableSlot]).Count)})"
            : IsTypedArray(word) ? $"({Invariant(LengthOf(word))})" : string.Empty;
        return string.Equals(type, tag, StringComparison.Ordinal) ? $"{type}{size} " : $"{type}{size} [{tag}] ";
    }

    private bool IsTableIterator(long word) => KindOf(word) == ObjectLayout.KindIterator && IteratorRoot(word) < Realm.ArrayIteratorShape;

    /// <summary>Whether an object is shown with something between its braces beside its properties.</summary>
    private bool HasItems(long word) => KindOf(word) switch
    {
        ObjectLayout.KindCollection => Table(Object(word)[TableSlot]).Count > 0,
        ObjectLayout.KindWeak => IsWeakCollection(word, isMap: true) || IsWeakCollection(word, isMap: false),
        ObjectLayout.KindBuffer => IsBuffer(word),
        _ => IsTableIterator(word),
    };

    private void AddItems(List<string> parts, long word, int level, InspectionState state)
    {
        if (!HasItems(word))
        {
            return;
        }

        if (KindOf(word) == ObjectLayout.KindWeak)
        {
            parts.Add("<items unknown>");
            return;
        }

        if (KindOf(word) == ObjectLayout.KindBuffer)
        {
            AddBytes(parts, word);
            return;
        }

        var (table, index) = (Object(word)[TableSlot], 0);
        if (table == _state->Undefined)
        {
            return;
        }

        var root = -1;
        if (KindOf(word) == ObjectLayout.KindIterator)
        {
            root = IteratorRoot(word);
            index = Heap.Words.Tagged.ToInteger(Object(word)[IteratorIndex]);
            FollowTable(ref table, ref index);
        }

        var left = 0;
        for (; (index = ElementFrom(table, index)) >= 0; index++)
        {
            if (parts.Count < InspectionText.MaximumElements)
            {
                parts.Add(InspectItem(table, index, root, level, state));
            }
            else
            {
                left++;
            }
        }

        if (left > 0)
        {
            parts.Add(Count(left, "more item", "... ", string.Empty));
        }
    }

    private string InspectItem(long table, int index, int root, int level, InspectionState state)
    {
        var (key, value) = (*Table(table).Key(index), *Table(table).Value(index));
        if (GivesEntry(root))
        {
            state.Indentation += 2;
            var pair = new List<string> { Inspect(key, level, state), Inspect(value, level, state) };
            state.Indentation -= 2;
            return InspectionText.Layout(state, pair, string.Empty, ("[", "]"), isArray: true, isNumeric: false, level);
        }

        if (root < 0 && Table(table).IsMap)
        {
            return $"{Inspect(key, level, state)} => {Inspect(value, level, state)}";
        }

        return Inspect(root is Realm.MapIteratorShape + 1 ? value : key, level, state);
    }

    private static bool GivesEntry(int root) => root is Realm.MapIteratorShape + 2 or Realm.SetIteratorShape + 1;
}
