using System.Runtime.CompilerServices;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Buffers;

/// <summary>Elements of a typed array in memory, and how numbers become such elements.</summary>
internal static unsafe class TypedElements
{
    /// <summary>Classes by kind of element.</summary>
    public static IReadOnlyList<string> ClassNames { get; } =
    [
        "Int8Array", "Uint8Array", "Uint8ClampedArray", "Int16Array", "Uint16Array", "Int32Array", "Uint32Array", "Float32Array",
        "Float64Array",
    ];

    /// <summary>Log2 of the bytes of an element.</summary>
    /// <param name="kind">The kind.</param>
    public static int Shift(ElementKind kind) => kind switch
    {
        <= ElementKind.Uint8Clamped => 0,
        <= ElementKind.Uint16 => 1,
        ElementKind.Float64 => 3,
        _ => 2,
    };

    /// <summary>Whether elements can be numbers that are no small integers.</summary>
    /// <param name="kind">The kind.</param>
    public static bool HasDoubles(ElementKind kind) => kind >= ElementKind.Uint32;

    /// <summary>Reads an element.</summary>
    /// <param name="kind">Its kind.</param>
    /// <param name="start">The first element.</param>
    /// <param name="index">Which one.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static double Read(ElementKind kind, byte* start, long index) => kind switch
    {
        ElementKind.Int8 => ((sbyte*)start)[index],
        ElementKind.Uint8 or ElementKind.Uint8Clamped => start[index],
        ElementKind.Int16 => ((short*)start)[index],
        ElementKind.Uint16 => ((ushort*)start)[index],
        ElementKind.Int32 => ((int*)start)[index],
        ElementKind.Uint32 => ((uint*)start)[index],
        ElementKind.Float32 => ((float*)start)[index],
        _ => ((double*)start)[index],
    };

    /// <summary>Writes a number as the language converts it.</summary>
    /// <param name="kind">The kind of the elements.</param>
    /// <param name="start">The first element.</param>
    /// <param name="index">Which one.</param>
    /// <param name="value">The number.</param>
    public static void Write(ElementKind kind, byte* start, long index, double value)
    {
        switch (kind)
        {
            case ElementKind.Int8 or ElementKind.Uint8:
                start[index] = (byte)NumberConversion.ToInt32(value);
                break;
            case ElementKind.Uint8Clamped:
                start[index] = double.IsNaN(value) ? (byte)0 : (byte)Math.Round(Math.Clamp(value, 0, 255), MidpointRounding.ToEven);
                break;
            case ElementKind.Int16 or ElementKind.Uint16:
                ((ushort*)start)[index] = (ushort)NumberConversion.ToInt32(value);
                break;
            case ElementKind.Int32 or ElementKind.Uint32:
                ((int*)start)[index] = NumberConversion.ToInt32(value);
                break;
            case ElementKind.Float32:
                ((float*)start)[index] = (float)value;
                break;
            default:
                ((double*)start)[index] = value;
                break;
        }
    }
}
