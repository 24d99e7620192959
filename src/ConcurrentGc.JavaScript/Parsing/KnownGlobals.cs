using System.Collections.Frozen;

namespace ConcurrentGc.JavaScript.Parsing;

/// <summary>Names of built-ins: those that exist here and those that exist in Node only.</summary>
internal static class KnownGlobals
{
    /// <summary>Properties of built-in objects that exist here.</summary>
    public static FrozenDictionary<string, FrozenSet<string>> Supported { get; } = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        ["Math"] = Names("abs ceil floor round trunc sign sqrt cbrt pow exp log log2 log10 sin cos tan atan atan2 hypot min max imul clz32 fround random PI E LN2 LN10 LOG2E LOG10E SQRT2 SQRT1_2"),
        ["console"] = Names("log info debug error warn"),
        ["process"] = Names("argv exit"),
        ["Number"] = Names("isInteger isSafeInteger isFinite isNaN parseFloat parseInt MAX_SAFE_INTEGER MIN_SAFE_INTEGER MAX_VALUE MIN_VALUE EPSILON POSITIVE_INFINITY NEGATIVE_INFINITY NaN prototype name length"),
        ["String"] = Names("fromCharCode prototype name length"),
        ["Array"] = Names("isArray prototype name length"),
        ["Object"] = Names("prototype name length"),
        ["Boolean"] = Names("prototype name length"),
        ["Date"] = Names("now"),
        ["performance"] = Names("now"),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Globals that exist here.</summary>
    public static FrozenSet<string> Globals { get; } = Names(
        "Math console process Number String Array Object Boolean Date performance Error TypeError RangeError ReferenceError SyntaxError EvalError URIError parseInt parseFloat isNaN isFinite NaN Infinity undefined require");

    /// <summary>Globals of Node that do not exist here, and how they are named in a diagnostic.</summary>
    public static FrozenDictionary<string, string> Unsupported { get; } = UnsupportedNames().ToFrozenDictionary(StringComparer.Ordinal);

    private static FrozenSet<string> Names(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static Dictionary<string, string> UnsupportedNames()
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal)
        {
            ["Function"] = "Function constructor",
            ["RegExp"] = "regular expressions",
            ["eval"] = "eval",
            ["arguments"] = "arguments object",
        };
        foreach (var name in "Map Set WeakMap WeakSet WeakRef FinalizationRegistry Promise Symbol Proxy Reflect JSON Intl BigInt SharedArrayBuffer Atomics WebAssembly AggregateError Iterator setTimeout setInterval setImmediate clearTimeout clearInterval clearImmediate queueMicrotask structuredClone globalThis global module exports __filename __dirname Buffer URL URLSearchParams TextEncoder TextDecoder AbortController AbortSignal Event EventTarget MessageChannel fetch crypto navigator encodeURIComponent decodeURIComponent encodeURI decodeURI escape unescape btoa atob".Split(' '))
        {
            names[name] = name;
        }

        foreach (var name in "ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array Float32Array Float64Array BigInt64Array BigUint64Array".Split(' '))
        {
            names[name] = "typed arrays";
        }

        return names;
    }
}
