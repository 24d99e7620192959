using System.Collections.Frozen;
using ConcurrentGc.JavaScript.BuiltIns;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>Names of built-ins: those that exist here and those that exist in Node only.</summary>
internal static class KnownGlobals
{
    /// <summary>Properties of built-in objects that exist here.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Supported { get; } = BuiltInCatalog.Namespaces
        .Concat(BuiltInCatalog.Constructors.Where(each => !Realm.IsError(each.Prototype)).Select(each => each.Name))
        .ToFrozenDictionary(holder => holder, PropertiesOf, StringComparer.Ordinal);

    /// <summary>Globals that exist here.</summary>
    public static FrozenSet<string> Globals { get; } = BuiltInCatalog.Namespaces
        .Concat(BuiltInCatalog.Constructors.Select(each => each.Name))
        .Concat(BuiltInCatalog.Functions.Where(each => each.Holder.Length == 0).Select(each => each.Name))
        .Concat(["NaN", "Infinity", "undefined", "require"])
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Globals of Node that do not exist here, and how they are named in a diagnostic.</summary>
    public static FrozenDictionary<string, string> Unsupported { get; } = UnsupportedNames().ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> PropertiesOf(string holder)
    {
        var names = BuiltInCatalog.Functions.Where(each => string.Equals(each.Holder, holder, StringComparison.Ordinal)).Select(each => each.Name)
            .Concat(BuiltInNumbers.All.Where(each => string.Equals(each.Holder, holder, StringComparison.Ordinal)).Select(each => each.Name));
        return names.Concat(holder is "process" ? ["argv"] : holder is "Symbol" ? ["iterator", "prototype", "name", "length"] : BuiltInCatalog.Namespaces.Contains(holder, StringComparer.Ordinal) ? [] : ["prototype", "name", "length"])
            .ToFrozenSet(StringComparer.Ordinal);
    }

    private static Dictionary<string, string> UnsupportedNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Function"] = "Function constructor",
            ["RegExp"] = "regular expressions",
            ["eval"] = "eval",
            ["arguments"] = "arguments object",
        };
        foreach (var name in "Promise Proxy Reflect JSON Intl BigInt SharedArrayBuffer Atomics WebAssembly AggregateError Iterator structuredClone globalThis global module exports __filename __dirname Buffer URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget MessageChannel fetch crypto navigator encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape btoa atob".Split(' '))
        {
            names[name] = name;
        }

        foreach (var name in "DataView BigInt64Array BigUint64Array".Split(' '))
        {
            names[name] = "typed arrays";
        }

        return names;
    }
}
