using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Words;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Shapes;

/// <summary>
/// The shapes of a program: trees of property names, as V8's maps. All state is words in the side region; prototypes are
/// a range of roots.
/// </summary>
internal sealed unsafe class ShapeTable
{
    /// <summary>Shapes at most.</summary>
    public const int MaximumShapes = 1 << 17;

    /// <summary>Prototypes at most.</summary>
    public const int MaximumPrototypes = 1 << 16;

    private const int CacheEntries = 4096;
    private const int RecentPrototypes = 64;
    private readonly SharedHeap _heap;
    private readonly MachineState* _state;
    private readonly Meta.MetaObjects _meta;
    private readonly long* _cache;

    /// <summary>A view of the shapes of a program.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="state">The program's words.</param>
    /// <param name="meta">Takes map objects.</param>
    public ShapeTable(SharedHeap heap, MachineState* state, Meta.MetaObjects meta)
    {
        _heap = heap;
        _state = state;
        _meta = meta;
        Shapes = (Shape*)(heap.Start + state->Shapes);
        Prototypes = (long*)(heap.Start + state->Prototypes);
        _cache = (long*)(heap.Start + state->ShapeCache);
    }

    /// <summary>The shapes.</summary>
    public Shape* Shapes { get; }

    /// <summary>The prototypes: tagged words.</summary>
    public long* Prototypes { get; }

    /// <summary>Takes the words of a table.</summary>
    /// <param name="heap">The heap.</param>
    /// <param name="state">The program's words.</param>
    public static void SetUp(SharedHeap heap, MachineState* state)
    {
        state->Shapes = heap.Side.Take(MaximumShapes * (long)sizeof(Shape) / sizeof(long));
        state->ShapeCount = ObjectLayout.FirstFreeShape;
        state->Prototypes = heap.Side.Take(MaximumPrototypes);
        state->PrototypeRange = heap.Roots.Add(state->Prototypes, 0);
        state->ShapeCache = heap.Side.Take(2 * CacheEntries);
    }

    /// <summary>The number of a prototype in the table.</summary>
    /// <param name="prototype">A tagged word.</param>
    public int PrototypeIndex(long prototype)
    {
        var count = (int)_state->PrototypeCount;
        for (var i = count - 1; i >= 0 && i >= count - RecentPrototypes; i--)
        {
            if (Prototypes[i] == prototype)
            {
                return i;
            }
        }

        if (count == MaximumPrototypes)
        {
            throw new MachineLimit("more than 65,536 prototypes");
        }

        Prototypes[count] = prototype;
        _state->PrototypeCount++;
        _heap.Roots.SetWords((int)_state->PrototypeRange, _state->PrototypeCount);
        return count;
    }

    /// <summary>Makes a root.</summary>
    /// <param name="index">Its index; minus one: the next free one.</param>
    /// <param name="kind">What kind of thing has it.</param>
    /// <param name="prefixBytes">Bytes before the first named property.</param>
    /// <param name="capacity">Properties that lie in the object.</param>
    /// <param name="prototype">Index of the prototype.</param>
    /// <returns>Its index.</returns>
    public int AddRoot(int index, int kind, int prefixBytes, int capacity, int prototype)
    {
        index = index < 0 ? Next() : index;
        Shapes[index] = new Shape
        {
            Header = Header(index, kind, prefixBytes + (8 * capacity)),
            Prototype = prototype,
            Parent = -1,
            Root = index,
            Name = -1,
            Capacity = capacity,
            FirstChild = -1,
            NextSibling = -1,
        };
        MakeMap(index);
        return index;
    }

    /// <summary>Makes a root for the instances of a class that extends a built-in one: their properties lie outside the object.</summary>
    /// <param name="root">Root of the built-in class.</param>
    /// <param name="prototype">Index of the prototype.</param>
    /// <returns>Its index.</returns>
    public int AddSubclassRoot(int root, int prototype)
    {
        var index = Next();
        Shapes[index] = Shapes[root];
        ref var copy = ref Shapes[index];
        copy.Header = (copy.Header & 0xFFFFFFFF) | ((long)((index << ObjectLayout.KindBits) | ObjectLayout.Kind(copy.Header)) << 32);
        copy.Prototype = prototype;
        copy.Root = index;
        copy.FirstChild = -1;
        MakeMap(index);
        return index;
    }

    /// <summary>The shape after a property was added.</summary>
    /// <param name="from">The shape before.</param>
    /// <param name="name">The property.</param>
    public int Add(int from, int name)
    {
        for (var child = Shapes[from].FirstChild; child >= 0; child = Shapes[child].NextSibling)
        {
            if (Shapes[child].Name == name)
            {
                return child;
            }
        }

        var index = Next();
        ref var parent = ref Shapes[from];
        Shapes[index] = parent;
        ref var added = ref Shapes[index];
        added.Header = (parent.Header & 0xFFFFFFFF) | ((long)((index << ObjectLayout.KindBits) | ObjectLayout.Kind(parent.Header)) << 32);
        added.Parent = from;
        added.Name = name;
        added.Properties = parent.Properties + 1;
        added.FirstChild = -1;
        added.NextSibling = parent.FirstChild;
        added.Representation = Representation.None;
        parent.FirstChild = index;
        MakeMap(index);
        return index;
    }

    /// <summary>Makes a shape of its own for an object that becomes a prototype.</summary>
    /// <param name="from">Its shape so far.</param>
    public int AddPrototypeShape(int from)
    {
        var names = Names(from);
        ref var root = ref Shapes[Shapes[from].Root];
        var index = Next();
        Shapes[index] = root;
        ref var copy = ref Shapes[index];
        copy.Header = (root.Header & 0xFFFFFFFF) | ((long)((index << ObjectLayout.KindBits) | ObjectLayout.Kind(root.Header)) << 32);
        copy.Root = index;
        copy.FirstChild = -1;
        copy.NextSibling = -1;
        copy.IsPrototype = 1;
        copy.SlackLeft = 0;
        MakeMap(index);
        for (var i = 0; i < names.Length; i++)
        {
            index = Add(index, names[i]);
            Shapes[index].Representation = Representation.Tagged;
        }

        return index;
    }

    /// <summary>Names of the properties of a shape, in order.</summary>
    /// <param name="index">The shape.</param>
    public int[] Names(int index)
    {
        var names = new int[Shapes[index].Properties];
        for (; Shapes[index].Parent >= 0; index = Shapes[index].Parent)
        {
            names[Shapes[index].Properties - 1] = Shapes[index].Name;
        }

        return names;
    }

    /// <summary>Finds the shape that added a property.</summary>
    /// <param name="index">Shape of an object.</param>
    /// <param name="name">The property.</param>
    /// <returns>Index of that shape: the property is its last one; minus one: the object does not have it.</returns>
    public int Find(int index, int name)
    {
        var key = ((long)index << 32 | (uint)name) + 1;
        var entry = _cache + (2 * (((uint)index * 31 + (uint)name * 7) & (CacheEntries - 1)));
        if (entry[0] == key)
        {
            return (int)entry[1];
        }

        var at = index;
        while (Shapes[at].Parent >= 0 && Shapes[at].Name != name)
        {
            at = Shapes[at].Parent;
        }

        at = Shapes[at].Parent >= 0 ? at : -1;
        entry[0] = key;
        entry[1] = at;
        return at;
    }

    /// <summary>Settles the size of the objects of a tree: slots that no shape uses are given up.</summary>
    /// <param name="root">Its root.</param>
    public void FinishSlackTracking(int root)
    {
        var used = MostProperties(root);
        if (used < Shapes[root].Capacity)
        {
            Shrink(root, used, Shapes[root].Capacity - used);
        }

        Shapes[root].SlackLeft = 0;
    }

    private int MostProperties(int index)
    {
        var most = Math.Min(Shapes[index].Properties, Shapes[index].Capacity);
        for (var child = Shapes[index].FirstChild; child >= 0; child = Shapes[child].NextSibling)
        {
            most = Math.Max(most, MostProperties(child));
        }

        return most;
    }

    private void Shrink(int index, int capacity, int slots)
    {
        ref var shape = ref Shapes[index];
        shape.Capacity = capacity;
        shape.Header -= (long)slots << 8;
        shape.SlackLeft = 0;
        for (var child = shape.FirstChild; child >= 0; child = Shapes[child].NextSibling)
        {
            Shrink(child, capacity, slots);
        }
    }

    private void MakeMap(int index) => _meta.MakeMap(index, Shapes[index], Prototypes[Shapes[index].Prototype]);

    private int Next()
    {
        if (_state->ShapeCount == MaximumShapes)
        {
            throw new MachineLimit("more than 131,072 shapes of objects");
        }

        return (int)_state->ShapeCount++;
    }

    private static long Header(int index, int kind, int bytes) =>
        ObjectHeader.Encode(LayoutKind.TaggedFields, bytes / 8, (index << ObjectLayout.KindBits) | kind);
}
