using System.Runtime.InteropServices;

namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>What one place in the program has learned: words in the side region, never pointers to movable objects.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct InlineCache
{
    /// <summary>Header of the receiver it holds for; zero: none.</summary>
    public long Header;

    /// <summary>Byte offset of the field in the receiver or in the prototype.</summary>
    public int Offset;

    /// <summary>Bits that the stored word must not have: 3 takes small integers only, 2 all but unboxed doubles.</summary>
    public int Mask;

    /// <summary>Header after the store, for a place that adds a property.</summary>
    public long NewHeader;

    /// <summary>Number of the property name.</summary>
    public int Name;

    /// <summary>Index of the prototype that holds the property, for a callee.</summary>
    public int Prototype;

    /// <summary>Second receiver header; the loop knows it where it says <see cref="CacheKind.Field"/>.</summary>
    public long Header2;

    /// <summary>What <see cref="Header2"/> says: see <see cref="Offset2"/>.</summary>
    public CacheKind Kind2;

    /// <summary>Offset of the field for <see cref="Header2"/>.</summary>
    public int Offset2;

    /// <summary>Executions, for allocation mementos; capacity of an array literal.</summary>
    public int Count;

    /// <summary>Prototype for <see cref="Header2"/>.</summary>
    public int Prototype2;
}
