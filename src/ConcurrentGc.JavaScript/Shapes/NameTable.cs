namespace ConcurrentGc.JavaScript.Shapes;

/// <summary>Numbers of property names. Append-only: what a number means never changes, so it is no state of the run.</summary>
internal sealed class NameTable
{
    private readonly Dictionary<string, int> _numbers = new(StringComparer.Ordinal);
    private readonly List<string> _names = [];

    /// <summary>A table of the names whose numbers are fixed.</summary>
    public NameTable()
    {
        foreach (var name in Interpreting.Realm.Names.Concat(BuiltIns.MissingBuiltIns.Names))
        {
            _ = Number(name);
        }
    }

    /// <summary>The number of a name.</summary>
    /// <param name="name">A property name.</param>
    public int Number(string name)
    {
        if (!_numbers.TryGetValue(name, out var number))
        {
            number = _names.Count;
            _names.Add(name);
            _numbers.Add(name, number);
        }

        return number;
    }

    /// <summary>The name of a number.</summary>
    /// <param name="number">As returned by <see cref="Number"/>.</param>
    public string Name(int number) => _names[number];
}
