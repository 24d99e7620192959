using System.Globalization;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Words;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>
/// Looks at a litmus world's heap between steps and calls objects by the names that they were drawn with, also when they
/// have moved; those that a program makes are n1, n2 and so on. It reads plainly: nobody is in the middle of an access.
/// </summary>
internal sealed class HeapWatch
{
    private readonly DrawnHeap _drawn;
    private readonly SharedHeap _heap;
    private readonly Dictionary<string, (long Address, int Shape)> _known = new(StringComparer.Ordinal);

    /// <summary>Begins with the objects as they were drawn.</summary>
    /// <param name="world">A world in which nothing has run.</param>
    public HeapWatch(LitmusWorld world)
    {
        (_drawn, _heap) = (world.Drawn, world.Drawn.Heap);
        foreach (var name in _drawn.Names)
        {
            _known.Add(name, (_drawn[name], ObjectHeader.Shape(_heap.Owned(_drawn[name]))));
        }
    }

    /// <summary>What can be seen now.</summary>
    public SeenHeap Look()
    {
        FollowMoved();
        var roots = new Dictionary<string, string>(StringComparer.Ordinal);
        var reached = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<string>();
        for (var range = 0; range < _heap.Roots.Count; range++)
        {
            for (var word = 0; word < _heap.Roots.Words(range); word++)
            {
                if (RootName(range, word) is { } root && NameOf(_heap.Owned(_heap.Roots.Start(range) + (word * 8L))) is { } name)
                {
                    roots.Add(root, name);
                    Reach(name);
                }
            }
        }

        var objects = new Dictionary<string, SeenObject>(StringComparer.Ordinal);
        while (open.TryDequeue(out var name))
        {
            var fields = FieldsOf(name);
            objects.Add(name, See(name, fields, isReached: true));
            foreach (var target in fields.Values.Where(_known.ContainsKey))
            {
                Reach(target);
            }
        }

        foreach (var name in _known.Keys.Where(name => !reached.Contains(name) && IsThere(name)).ToList())
        {
            objects.Add(name, See(name, FieldsOf(name), isReached: false));
        }

        return new SeenHeap(roots, objects);

        void Reach(string name)
        {
            if (_known.ContainsKey(name) && reached.Add(name))
            {
                open.Enqueue(name);
            }
        }
    }

    /// <summary>The name of a word of a root or an object; null: it is in none.</summary>
    /// <param name="slot">Its address.</param>
    public string? SlotAt(long slot)
    {
        for (var range = 0; range < _heap.Roots.Count; range++)
        {
            var word = (slot - _heap.Roots.Start(range)) / 8;
            if (slot >= _heap.Roots.Start(range) && word < _heap.Roots.Words(range))
            {
                return RootName(range, (int)word);
            }
        }

        foreach (var (name, (address, _)) in _known)
        {
            if (slot > address && slot < address + Bytes(address))
            {
                return string.Create(CultureInfo.InvariantCulture, $"{name}.{((slot - address) / 8) - 1}");
            }
        }

        return null;
    }

    /// <summary>The name of the object that a word points to; null: it is no pointer, or to nothing that is known.</summary>
    /// <param name="word">A tagged word.</param>
    public string? NameOf(long word)
    {
        if (!Tagged.IsPointer(word))
        {
            return null;
        }

        var address = Tagged.Address(word);
        foreach (var (name, known) in _known)
        {
            if (known.Address == address)
            {
                return name;
            }
        }

        if (!IsInPages(address))
        {
            return "?";
        }

        // A pointer that was not rewritten yet is to where its object was.
        var header = _heap.Owned(address);
        if (ObjectHeader.IsForwarded(header))
        {
            return Tagged.Address(header) == address ? "?" : NameOf(header);
        }

        var newborn = string.Create(CultureInfo.InvariantCulture, $"n{_known.Count - _drawn.Names.Count + 1}");
        _known.Add(newborn, (address, ObjectHeader.Shape(header)));
        return newborn;
    }

    private string? RootName(int range, int word) =>
        range == 0 ? _drawn.RootNames.ElementAtOrDefault(word)
        : range == 1 ? $"r{word}"
        : $"m{range - 1}-r{word}";

    private bool IsInPages(long address) =>
        address >= _heap.Layout.PagesStart && address < _heap.Layout.ExternalStart && (address & 7) == 0;

    private bool IsThere(string name)
    {
        var (address, shape) = _known[name];
        return !IsForwarded(address) && ObjectHeader.Shape(_heap.Owned(address)) == shape && HasSpace(address);
    }

    private bool HasSpace(long address) => (SpaceId)_heap.Page(address).Space != SpaceId.None;

    private bool IsForwarded(long address) => ObjectHeader.IsForwarded(_heap.Owned(address));

    private void FollowMoved()
    {
        foreach (var (name, (address, shape)) in _known.ToList())
        {
            var to = IsForwarded(address) ? Tagged.Address(_heap.Owned(address)) : address;
            if (to != address && IsInPages(to))
            {
                _known[name] = (to, shape);
            }
        }
    }

    private long Bytes(long address) =>
        IsForwarded(address) ? 0 : ObjectHeader.SizeBytes(_heap.Owned(address), _heap.Owned(address + 8));

    private Dictionary<int, string> FieldsOf(string name)
    {
        var (address, _) = _known[name];
        var fields = new Dictionary<int, string>();
        var header = _heap.Owned(address);
        if (ObjectHeader.IsForwarded(header) || !ObjectHeader.HasTaggedWords(header))
        {
            return fields;
        }

        var end = Math.Min(Bytes(address), _heap.Geometry.PageBytes);
        for (var offset = (long)ObjectHeader.FirstTaggedOffset(header); offset < end; offset += 8)
        {
            var word = _heap.Owned(address + offset);
            if (word != Tagged.Zero)
            {
                fields.Add((int)(offset / 8) - 1, NameOf(word) ?? Tagged.ToInteger(word).ToString(CultureInfo.InvariantCulture));
            }
        }

        return fields;
    }

    private SeenObject See(string name, Dictionary<int, string> fields, bool isReached)
    {
        var address = _known[name].Address;
        var place = (SpaceId)_heap.Page(address).Space switch
        {
            SpaceId.Old => "old",
            SpaceId.Code => "code",
            SpaceId.ReadOnly => "read-only",
            SpaceId.Large => "large",
            SpaceId.NewLarge => "new-large",
            _ => _heap.New.IsBelowAgeMark(address) ? "intermediate" : "young",
        };
        return new SeenObject(name, address, place, _heap.MarkBits.ColorOf(address), fields, isReached);
    }
}
