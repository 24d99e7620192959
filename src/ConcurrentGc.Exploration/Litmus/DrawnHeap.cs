using System.Globalization;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Spaces;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.Orinoco.Mutating;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>
/// Draws a small heap from text and prints what is reachable as the same text. Statements stand apart by semicolon or
/// line: <c>root r0 -> a</c> (the name of a root may be left out), <c>a.0 -> b</c> (without a number: the next field),
/// <c>a.1 = 7</c>, and <c>a [KIND] [LAYOUT] [fields]</c> with a kind of young (if none is said), intermediate (survived
/// once), old, sparse, sparse-2, sparse-3 (old, on a page that holds only those of that kind), code, read-only, large, new-large,
/// and a layout of array or table (field 0 is the length, the first pair of a table is in fields 4 and 5), changeable, weak
/// (field 2 is). An object has as many fields as are mentioned, a large one just enough to be large.
/// </summary>
/// <remarks>
/// Printed: all roots, then each object in breadth-first order, its kind first and then its fields that are not zero.
/// An object's shape number is its place in the order of appearance, so that names survive moving.
/// </remarks>
public sealed class DrawnHeap : IDisposable
{
    private readonly HeapText _text;
    private readonly long[] _addresses;
    private readonly long _roots;
    private readonly Dictionary<string, long> _sparse = new(StringComparer.Ordinal);

    private DrawnHeap(HeapText text, Geometry geometry, AccessCounter? counter)
    {
        _text = text;
        Heap = new SharedHeap(geometry, counter);
        Heap.New.SetUp(geometry.MinimumSemispacePages);
        _roots = Heap.Side.Take(Math.Max(text.Roots.Count, 1));
        Heap.Roots.Add(_roots, text.Roots.Count);
        _addresses = new long[text.Names.Count];
        AllocateAll();
        StoreAll();
        counter?.Reset();
    }

    /// <summary>The heap.</summary>
    public SharedHeap Heap { get; }

    /// <summary>Where an object was drawn; it may have moved since.</summary>
    public long this[string name] => _addresses[_text.Names.IndexOf(name)];

    /// <summary>Names of the drawn objects.</summary>
    internal IReadOnlyList<string> Names => _text.Names;

    /// <summary>Names of the drawn roots, in the order of their words.</summary>
    internal IReadOnlyList<string> RootNames => [.. _text.Roots.Select(root => root.Root)];

    /// <summary>Draws a heap.</summary>
    public static DrawnHeap Draw(string text, Geometry? geometry = null, AccessCounter? counter = null) =>
        new(HeapText.Parse(text), geometry ?? Geometry.Tiny, counter);

    /// <summary>Address of a field as drawn.</summary>
    public long Slot(string name, int field) => this[name] + ObjectHeader.Bytes + (field * 8L);

    /// <summary>Address of the word of a root; zero: there is none of that name.</summary>
    /// <param name="root">Its name.</param>
    public long RootSlot(string root)
    {
        var index = _text.Roots.FindIndex(each => string.Equals(each.Root, root, StringComparison.Ordinal));
        return index < 0 ? 0 : _roots + (index * sizeof(long));
    }

    /// <summary>What is reachable now.</summary>
    public string Print()
    {
        var lines = new List<string>();
        var reached = new List<long>();
        for (var i = 0; i < _text.Roots.Count; i++)
        {
            if (Heap.Owned(_roots + (i * 8L)) is var word && Tagged.IsPointer(word))
            {
                lines.Add($"root {_text.Roots[i].Root} -> {NameAt(word, reached)}");
            }
        }

        for (var next = 0; next < reached.Count; next++)
        {
            PrintObject(reached[next], lines, reached);
        }

        return string.Join("; ", lines);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => Heap.Dispose();

    private void AllocateAll()
    {
        foreach (var shape in Enumerable.Range(0, _addresses.Length).Where(each => IsKind(each, "intermediate")))
        {
            Allocate(shape);
        }

        if (_text.Kinds.Contains("intermediate", StringComparer.Ordinal))
        {
            Heap.New.SetAgeMark();
        }

        foreach (var shape in Enumerable.Range(0, _addresses.Length).Where(each => !IsKind(each, "intermediate")))
        {
            Allocate(shape);
        }

        foreach (var space in _sparse.Values)
        {
            Heap.Old.Merge(new PagedSpace(Heap, space));
        }
    }

    private bool IsKind(int shape, string kind) => string.Equals(_text.Kinds[shape], kind, StringComparison.Ordinal);

    private void Allocate(int shape)
    {
        var fields = FieldsOf(shape, _text.Kinds[shape]);
        var bytes = ObjectHeader.Bytes + (fields * 8L);
        var address = Place(_text.Kinds[shape], bytes);
        for (var slot = address + ObjectHeader.Bytes; slot < address + bytes; slot += 8)
        {
            Heap.Owned(slot) = Tagged.Zero;
        }

        Heap.Owned(address) = HeaderOf(shape, fields);
        if (_text.Layouts[shape] is "array" or "table")
        {
            Heap.Owned(address + 8) = Tagged.SmallInteger(fields - 1);
        }

        if (_text.Layouts[shape] is "table")
        {
            var pairs = Tagged.SmallInteger((fields + 1 - WeakWords.TableFirstKey) / 2);
            Heap.Owned(address + (WeakWords.TableElements * 8)) = Heap.Owned(address + (WeakWords.TableCapacity * 8)) = pairs;
        }

        _addresses[shape] = address;
    }

    private long HeaderOf(int shape, int fields) => _text.Layouts[shape] switch
    {
        "array" => ObjectHeader.Encode(LayoutKind.TaggedArray, 0, shape),
        "table" => ObjectHeader.Encode(LayoutKind.EphemeronTable, 0, shape),
        "weak" => ObjectHeader.Encode(LayoutKind.WeakReference, WeakWords.ReferenceTarget + 1, shape),
        "changeable" => ObjectHeader.Encode(LayoutKind.Changeable, fields + 1, shape),
        _ => ObjectHeader.Encode(LayoutKind.TaggedFields, fields + 1, shape),
    };

    private int FieldsOf(int shape, string kind)
    {
        if (_text.Layouts[shape] is "weak")
        {
            return WeakWords.ReferenceTarget;
        }

        var isLarge = kind.EndsWith("large", StringComparison.Ordinal);
        var given = _text.FieldCounts[shape];
        var least = isLarge ? Heap.Geometry.MaximumRegularObjectBytes / 8 : 1;
        return Math.Max(given >= 0 ? given : least, _text.MentionedFields(shape));
    }

    private long Place(string kind, long bytes)
    {
        var address = 0L;
        var isPlaced = kind switch
        {
            "old" => Heap.Old.TryAllocate(bytes, AllocationOrigin.Mutator, out address),
            "sparse" or "sparse-2" or "sparse-3" => Sparse(kind).TryAllocate(bytes, AllocationOrigin.Mutator, out address),
            "code" => Heap.Code.TryAllocate(bytes, AllocationOrigin.Mutator, out address),
            "read-only" => Heap.ReadOnly.TryAllocate(bytes, AllocationOrigin.Mutator, out address),
            "large" => (address = Heap.Large.Allocate(bytes)) != 0,
            "new-large" => (address = Heap.NewLarge.Allocate(bytes)) != 0,
            _ => Heap.New.TryAllocate(bytes, out address),
        };
        return isPlaced ? address : throw new InvalidOperationException($"No room for {bytes} bytes, {kind}.");
    }

    private PagedSpace Sparse(string kind)
    {
        if (!_sparse.TryGetValue(kind, out var space))
        {
            _sparse.Add(kind, space = PagedSpace.TakeLocal(Heap));
        }

        return new PagedSpace(Heap, space);
    }

    private void StoreAll()
    {
        for (var i = 0; i < _text.Roots.Count; i++)
        {
            Heap.Owned(_roots + (i * 8L)) = Tagged.FromAddress(_addresses[_text.Roots[i].Target]);
        }

        foreach (var (holder, field, target, value) in _text.Fields)
        {
            var slot = _addresses[holder] + ObjectHeader.Bytes + (field * 8L);
            var word = target is { } shape ? Tagged.FromAddress(_addresses[shape]) : Tagged.SmallInteger(value);
            WriteBarrier.Store(Heap, _addresses[holder], slot, word);
        }
    }

    private string NameAt(long word, List<long> reached)
    {
        var address = Tagged.Address(word);
        if (!reached.Contains(address))
        {
            reached.Add(address);
        }

        return NameOf(Heap.Owned(address));
    }

    /// <summary>What a program made has the number of its operation.</summary>
    private string NameOf(long header) => ObjectHeader.Shape(header) is var shape && shape < _text.Names.Count
        ? _text.Names[shape] : string.Create(CultureInfo.InvariantCulture, $"n{shape - LitmusText.FirstShape}");

    private void PrintObject(long address, List<string> lines, List<long> reached)
    {
        var header = Heap.Owned(address);
        var (name, layout) = (NameOf(header), LayoutOf(header));
        var bytes = ObjectHeader.SizeBytes(header, Heap.Owned(address + 8));
        var (fields, mentioned, at) = ((int)(bytes / 8) - 1, 1, lines.Count);
        var first = (int)(ObjectHeader.FirstTaggedOffset(header, bytes) / 8) - 1;
        for (var field = first; field < fields; field++)
        {
            var word = Heap.Owned(address + ObjectHeader.Bytes + (field * 8L));
            if (word != Tagged.Zero)
            {
                mentioned = field + 1;
                lines.Add(Tagged.IsPointer(word)
                    ? $"{name}.{field} -> {NameAt(word, reached)}"
                    : string.Create(CultureInfo.InvariantCulture, $"{name}.{field} = {Tagged.ToInteger(word)}"));
            }
        }

        var kind = KindAt(address);
        var isLarge = kind.EndsWith("large", StringComparison.Ordinal);
        var implied = isLarge ? Math.Max(Heap.Geometry.MaximumRegularObjectBytes / 8, mentioned) : mentioned;
        lines.Insert(at, fields == implied ? $"{name} {kind}{layout}" : $"{name} {kind}{layout} {fields}");
    }

    private static string LayoutOf(long header) => ObjectHeader.Layout(header) switch
    {
        LayoutKind.TaggedArray => " array",
        LayoutKind.EphemeronTable => " table",
        LayoutKind.WeakReference => " weak",
        LayoutKind.Changeable => " changeable",
        _ => string.Empty,
    };

    private string KindAt(long address) => (SpaceId)Heap.Page(address).Space switch
    {
        SpaceId.Old => "old",
        SpaceId.Code => "code",
        SpaceId.ReadOnly => "read-only",
        SpaceId.Large => "large",
        SpaceId.NewLarge => "new-large",
        _ => Heap.New.IsBelowAgeMark(address) ? "intermediate" : "young",
    };
}
