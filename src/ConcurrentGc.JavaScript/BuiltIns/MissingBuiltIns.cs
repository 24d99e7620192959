using System.Collections.Frozen;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>Methods that Node has and the simulator does not, so that a call says so.</summary>
internal static class MissingBuiltIns
{
    private static readonly FrozenSet<string> _ofArrays = Names("at concat copyWithin entries every filter find findIndex findLast findLastIndex flat flatMap forEach includes keys lastIndexOf map reduce reduceRight reverse shift some sort splice toLocaleString toReversed toSorted toSpliced unshift values with");
    private static readonly FrozenSet<string> _ofTexts = Names("at codePointAt concat endsWith includes lastIndexOf localeCompare match matchAll normalize padEnd padStart repeat replace replaceAll search split startsWith toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase trim trimEnd trimStart");
    private static readonly FrozenSet<string> _ofNumbers = Names("toExponential toPrecision toLocaleString");
    private static readonly FrozenSet<string> _ofFunctions = Names("apply bind call");
    private static readonly FrozenSet<string> _ofObjects = Names("hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString");

    /// <summary>Whether a method is one of those.</summary>
    /// <param name="kind">Kind of the receiver.</param>
    /// <param name="name">Name of the method.</param>
    public static bool IsKnown(int kind, string name) => _ofObjects.Contains(name) || (kind switch
    {
        ObjectLayout.KindArray => _ofArrays.Contains(name),
        ObjectLayout.KindNumber => _ofNumbers.Contains(name),
        ObjectLayout.KindFunction => _ofFunctions.Contains(name),
        >= ObjectLayout.KindOneByte and <= ObjectLayout.KindSliced => _ofTexts.Contains(name),
        _ => false,
    });

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
