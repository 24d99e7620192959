using ConcurrentGc.JavaScript.Buffers;

namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>Properties of built-in objects that are numbers.</summary>
internal static class BuiltInNumbers
{
    /// <summary>All of them, by the name of their object.</summary>
    public static IReadOnlyList<(string Holder, string Name, double Value)> All { get; } =
    [
        ("Math", "PI", Math.PI), ("Math", "E", Math.E), ("Math", "LN2", 0.6931471805599453), ("Math", "LN10", 2.302585092994046),
        ("Math", "LOG2E", 1.4426950408889634), ("Math", "LOG10E", 0.4342944819032518), ("Math", "SQRT2", 1.4142135623730951),
        ("Math", "SQRT1_2", 0.7071067811865476),
        ("Number", "MAX_SAFE_INTEGER", 9007199254740991), ("Number", "MIN_SAFE_INTEGER", -9007199254740991),
        ("Number", "MAX_VALUE", double.MaxValue), ("Number", "MIN_VALUE", double.Epsilon), ("Number", "EPSILON", 2.220446049250313E-16),
        ("Number", "POSITIVE_INFINITY", double.PositiveInfinity), ("Number", "NEGATIVE_INFINITY", double.NegativeInfinity),
        ("Number", "NaN", double.NaN),
        .. Enum.GetValues<ElementKind>().SelectMany(BytesPerElement),
    ];

    /// <summary>Finds a number that the text names by the object's own name: it is known before the program runs.</summary>
    /// <param name="holder">Name of the built-in object.</param>
    /// <param name="property">Name of its property.</param>
    /// <param name="value">The number.</param>
    public static bool TryFind(string holder, string property, out double value)
    {
        foreach (var each in All)
        {
            if (string.Equals(each.Holder, holder, StringComparison.Ordinal) && string.Equals(each.Name, property, StringComparison.Ordinal))
            {
                value = each.Value;
                return true;
            }
        }

        value = 0;
        return false;
    }

    private static (string Holder, string Name, double Value)[] BytesPerElement(ElementKind kind)
    {
        var (name, bytes) = (TypedElements.ClassNames[(int)kind], 1 << TypedElements.Shift(kind));
        return [(name, "BYTES_PER_ELEMENT", bytes), ($"{name}.prototype", "BYTES_PER_ELEMENT", bytes)];
    }
}
