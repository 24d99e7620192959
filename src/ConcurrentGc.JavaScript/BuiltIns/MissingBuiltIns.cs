using System.Collections.Frozen;
using ConcurrentGc.JavaScript.Buffers;

namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>
/// Properties that built-in objects have in Node and not here: reading one ends the program, because undefined in its
/// place would make it go on in another way than under Node.
/// </summary>
internal static class MissingBuiltIns
{
    private static readonly FrozenDictionary<string, FrozenSet<string>> _byHolder = new Dictionary<string, FrozenSet<string>>(StringComparer.Ordinal)
    {
        ["Object.prototype"] = Split("hasOwnProperty isPrototypeOf propertyIsEnumerable toLocaleString __defineGetter__ __defineSetter__ __lookupGetter__ __lookupSetter__"),
        ["Function.prototype"] = Split("apply bind call caller arguments"),
        ["Array.prototype"] = Split("at concat copyWithin every filter find findIndex findLast findLastIndex flat flatMap forEach includes lastIndexOf map reduce reduceRight reverse shift some sort splice toReversed toSorted toSpliced unshift with"),
        ["String.prototype"] = Split("at codePointAt concat endsWith includes isWellFormed lastIndexOf localeCompare match matchAll normalize padEnd padStart repeat replace replaceAll search split startsWith substr toLowerCase toUpperCase toLocaleLowerCase toLocaleUpperCase toWellFormed trim trimEnd trimStart trimLeft trimRight anchor big blink bold fixed fontcolor fontsize italics link small strike sub sup"),
        ["Symbol"] = Split("asyncIterator for hasInstance isConcatSpreadable keyFor match matchAll replace search species split toPrimitive toStringTag unscopables"),
        ["Symbol.prototype"] = Split("description valueOf"),
        ["Number.prototype"] = Split("toExponential toPrecision"),
        ["Object"] = Split("assign create defineProperties defineProperty freeze fromEntries getOwnPropertyDescriptor getOwnPropertyDescriptors getOwnPropertyNames getOwnPropertySymbols getPrototypeOf hasOwn is isExtensible isFrozen isSealed preventExtensions seal setPrototypeOf"),
        ["Array"] = Split("of"),
        ["String"] = Split("fromCodePoint raw"),
        ["Error"] = Split("captureStackTrace stackTraceLimit"),
        ["Math"] = Split("acos acosh asin asinh atanh cosh expm1 log1p sinh tanh"),
        ["Date"] = Split("UTC parse prototype"),
        ["console"] = Split("assert clear count countReset dir dirxml group groupCollapsed groupEnd table time timeEnd timeLog trace"),
        ["performance"] = Split("mark measure timeOrigin toJSON clearMarks clearMeasures getEntries eventLoopUtilization timerify nodeTiming"),
        ["process"] = Split("abort arch argv0 chdir config cpuUsage cwd emit emitWarning env execArgv execPath exitCode features getuid hrtime kill off on once pid platform ppid release report resourceUsage stderr stdin stdout title umask uptime version versions"),
        ["require:fs"] = Split("accessSync appendFile appendFileSync closeSync constants copyFileSync createReadStream createWriteStream existsSync fstatSync lstatSync mkdirSync open openSync promises read readFile readFileSync readSync readdirSync readvSync realpathSync renameSync rmSync rmdirSync stat statSync truncateSync unlinkSync watch write writeFile writeFileSync writevSync"),
        ["require:os"] = Split("EOL arch availableParallelism constants cpus endianness getPriority homedir hostname loadavg machine networkInterfaces platform release setPriority tmpdir type uptime userInfo version"),
        ["require:v8"] = Split("cachedDataVersionTag DefaultDeserializer DefaultSerializer deserialize Deserializer getHeapCodeStatistics getHeapSnapshot promiseHooks serialize Serializer setFlagsFromString setHeapSnapshotNearHeapLimit startupSnapshot stopCoverage takeCoverage writeHeapSnapshot GCProfiler"),
        ["ArrayBuffer.prototype"] = Split("maxByteLength resizable resize"),
        ["TypedArray.prototype"] = Split("at copyWithin every filter find findIndex findLast findLastIndex forEach includes lastIndexOf map reduce reduceRight reverse some sort toLocaleString toReversed toSorted with"),
        ["internal:Timeout"] = Split("refresh"),
        ["internal:Immediate"] = Split("hasRef ref unref"),
    }.Concat(TypedElements.ClassNames.Select(name => KeyValuePair.Create(name, Split("from of")))).ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>All of their names, in order; they have the numbers after those of the realm.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. _byHolder.Values.SelectMany(each => each).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    /// <summary>Whether a built-in object has a property in Node only.</summary>
    /// <param name="holder">Name of the object as in <see cref="BuiltInCatalog"/>.</param>
    /// <param name="name">Name of the property.</param>
    public static bool IsMissing(string holder, string name) => _byHolder.TryGetValue(holder, out var names) && names.Contains(name);

    private static FrozenSet<string> Split(string names) => names.Split(' ').ToFrozenSet(StringComparer.Ordinal);
}
