using System.Globalization;
using ConcurrentGc.Heap.Marking;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>What can be seen of a litmus world's heap at one moment.</summary>
/// <param name="Roots">What roots and registers hold; those without an object are left out.</param>
/// <param name="Objects">Objects, by name.</param>
internal sealed record SeenHeap(IReadOnlyDictionary<string, string> Roots, IReadOnlyDictionary<string, SeenObject> Objects)
{
    private const string Null = "null";

    /// <summary>Whether the tri-color invariant does not hold.</summary>
    public bool HasBlackToWhite => Objects.Values.Any(holder => holder.Color == Color.Black && holder.IsReached
        && holder.Fields.Values.Any(name => Objects.TryGetValue(name, out var seen) && seen.Color == Color.White));

    /// <summary>The heap in lines: roots, then an object a line.</summary>
    public IReadOnlyList<string> Lines()
    {
        var lines = new List<string> { string.Join(", ", Roots.Select(root => $"{root.Key} -> {root.Value}")) };
        var widths = Objects.Values.Select(seen => seen.Name.Length).DefaultIfEmpty().Max();
        foreach (var seen in Objects.Values.OrderBy(seen => seen.Name, StringComparer.Ordinal))
        {
            var fields = seen.Fields.Select(field => string.Create(CultureInfo.InvariantCulture, $"{seen.Name}.{field.Key} -> {field.Value}"));
            var reached = seen.IsReached ? string.Empty : "no root reaches it";
            var parts = fields.Prepend($"{seen.Place}, {Word(seen.Color)}").Append(reached).Where(part => part.Length > 0);
            lines.Add($"{seen.Name.PadRight(widths)}  {string.Join(", ", parts)}");
        }

        return lines;
    }

    /// <summary>What a step changed, in words.</summary>
    /// <param name="before">The heap before it.</param>
    public IEnumerable<string> ChangesSince(SeenHeap before)
    {
        foreach (var root in before.Roots.Keys.Union(Roots.Keys, StringComparer.Ordinal))
        {
            if (Change(root, before.Roots.GetValueOrDefault(root, Null), Roots.GetValueOrDefault(root, Null)) is { } change)
            {
                yield return change;
            }
        }

        foreach (var seen in Objects.Values)
        {
            foreach (var change in ChangesOf(seen, before.Objects.GetValueOrDefault(seen.Name)))
            {
                yield return change;
            }
        }

        var colored = Objects.Values.Where(seen => before.Objects.TryGetValue(seen.Name, out var was) && was.Color != seen.Color);
        foreach (var group in colored.GroupBy(seen => seen.Color))
        {
            yield return $"{string.Join(", ", group.Select(seen => seen.Name))} {Word(group.Key)}";
        }
    }

    private static IEnumerable<string> ChangesOf(SeenObject seen, SeenObject? before)
    {
        if (before is not null && before.Address != seen.Address)
        {
            yield return $"{seen.Name} moves to {seen.Place}";
        }

        var was = before?.Fields ?? new Dictionary<int, string>();
        foreach (var field in was.Keys.Union(seen.Fields.Keys))
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"{seen.Name}.{field}");
            if (Change(name, was.GetValueOrDefault(field, Null), seen.Fields.GetValueOrDefault(field, Null)) is { } change)
            {
                yield return change;
            }
        }
    }

    private static string? Change(string name, string before, string now) =>
        string.Equals(before, now, StringComparison.Ordinal) ? null : $"{name} is {now}";

    private static string Word(Color color) => color.ToString().ToLowerInvariant();
}
