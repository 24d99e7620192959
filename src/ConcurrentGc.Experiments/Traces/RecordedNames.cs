namespace ConcurrentGc.Experiments.Traces;

/// <summary>
/// The names that a recorder gave to living objects, from one, each with what the trace says of its object so far: the
/// names that its words lead to. Names of the dead are used again.
/// </summary>
internal sealed class RecordedNames
{
    private const int NoPointers = -1;

    private readonly Stack<int> _free = [];
    private readonly List<int> _fieldsAt = [0];
    private List<int> _fields = [0];
    private List<int> _nextFields = [0];

    /// <summary>Names that were ever given, zero included.</summary>
    public int Count => _fieldsAt.Count;

    /// <summary>Gives a name to an object whose words are all clear.</summary>
    /// <param name="hasPointers">Whether they can lead anywhere.</param>
    public int Take(bool hasPointers)
    {
        var fields = hasPointers ? 0 : NoPointers;
        if (_free.TryPop(out var name))
        {
            _fieldsAt[name] = fields;
            return name;
        }

        _fieldsAt.Add(fields);
        return _fieldsAt.Count - 1;
    }

    /// <summary>Takes the name of a dead object back.</summary>
    /// <param name="name">The name.</param>
    public void Return(int name) => _free.Push(name);

    /// <summary>Whether the words of the object can lead anywhere.</summary>
    /// <param name="name">The name.</param>
    public bool HasPointers(int name) => _fieldsAt[name] != NoPointers;

    /// <summary>Replaces what the words of an object lead to; each object once between two calls of <see cref="Turn"/>.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="targets">A name a word; zero for what has none.</param>
    /// <param name="changed">Told the place of each word that leads elsewhere than before, and where to.</param>
    public void Replace(int name, List<int> targets, Action<int, int> changed)
    {
        var before = _fieldsAt[name];
        var known = before == 0 ? 0 : _fields[before];
        for (var index = 0; index < Math.Max(known, targets.Count); index++)
        {
            var (old, now) = (index < known ? _fields[before + 1 + index] : 0, index < targets.Count ? targets[index] : 0);
            if (old != now)
            {
                changed(index, now);
            }
        }

        _fieldsAt[name] = _nextFields.Count;
        _nextFields.Add(targets.Count);
        _nextFields.AddRange(targets);
    }

    /// <summary>Ends a round of <see cref="Replace"/>: what was not replaced is forgotten.</summary>
    public void Turn()
    {
        (_fields, _nextFields) = (_nextFields, _fields);
        _nextFields.Clear();
        _nextFields.Add(0);
    }
}
