using System.Globalization;
using System.Text;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Footprint;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>The objects that a traced stack points to, and those that they point to.</summary>
internal sealed unsafe partial class Machine
{
    private const int MostObjects = 24;
    private const int MostFields = 12;

    private void TraceObjects(TextWriter output, List<long> objects)
    {
        if (objects.Count == 0)
        {
            return;
        }

        output.Write("   heap\n");
        var direct = objects.Count;
        for (var i = 0; i < objects.Count; i++)
        {
            if (i == MostObjects)
            {
                output.Write("     and more\n");
                return;
            }

            var word = objects[i];
            var thing = Object(word);
            var bytes = ObjectHeader.SizeBytes(thing[0], thing[1]);
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"     {AddressSpace.AddressOf(_heap, Tagged.Address(word)):x16}  {Describe(word, i < direct ? objects : null)}, {bytes} bytes in {SpaceOf(word)}\n"));
        }
    }

    private string SpaceOf(long word) => (SpaceId)_heap.Page(Tagged.Address(word)).Space switch
    {
        SpaceId.ReadOnly => "read-only space",
        SpaceId.New or SpaceId.NewLarge => "new space",
        SpaceId.Large => "large-object space",
        _ => "old space",
    };

    /// <summary>An object in a line. What it points to is added to the list, if there is one.</summary>
    private string Describe(long word, List<long>? found)
    {
        var head = Brief(&word)["-> ".Length..];
        var text = new StringBuilder();
        if (IsObject(word))
        {
            foreach (var name in _shapes.Names(ObjectLayout.ShapeIndex(*Object(word))).Take(MostFields))
            {
                var slot = SlotOf(word, _shapes.Find(ObjectLayout.ShapeIndex(*Object(word)), name));
                AppendField(text, NameOf(name), slot, found);
            }
        }

        if (KindOf(word) == ObjectLayout.KindArray && *Object(Object(word)[2]) != ObjectLayout.DoubleArrayHeader)
        {
            for (var i = 0; i < Math.Min(ArrayLength(word), MostFields); i++)
            {
                AppendField(text, Invariant(i), Object(Object(word)[2]) + 2 + i, found);
            }
        }

        return text.Length == 0 ? head : $"{head} {{ {text} }}";
    }

    private void AppendField(StringBuilder text, string name, long* slot, List<long>? found)
    {
        text.Append(text.Length == 0 ? string.Empty : ", ").Append(name).Append(": ");
        if (IsTrace(*slot) || *slot == _state->Hole)
        {
            text.Append('-');
            return;
        }

        text.Append(Brief(slot));
        if (found is not null && IsListed(*slot) && !found.Contains(*slot))
        {
            found.Add(*slot);
        }
    }
}
