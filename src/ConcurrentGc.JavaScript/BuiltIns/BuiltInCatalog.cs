using ConcurrentGc.JavaScript.Buffers;
using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>Which functions there are and where programs find them.</summary>
internal static class BuiltInCatalog
{
    /// <summary>How the name of a prototype begins whose class no program can name.</summary>
    public const string Internal = "internal:";

    /// <summary>Functions by holder; the holder of a global function is empty, that of a prototype's method ends in <c>.prototype</c>.</summary>
    public static IReadOnlyList<(string Holder, string Name, int Length, BuiltIn Function, BuiltInGroup Group)> Functions { get; } =
    [
        .. Of("Math", BuiltInGroup.Math,
            ("abs", 1, BuiltIn.MathAbs), ("ceil", 1, BuiltIn.MathCeil), ("floor", 1, BuiltIn.MathFloor),
            ("round", 1, BuiltIn.MathRound), ("trunc", 1, BuiltIn.MathTrunc), ("sign", 1, BuiltIn.MathSign),
            ("sqrt", 1, BuiltIn.MathSqrt), ("cbrt", 1, BuiltIn.MathCbrt), ("pow", 2, BuiltIn.MathPow),
            ("exp", 1, BuiltIn.MathExp), ("log", 1, BuiltIn.MathLog), ("log2", 1, BuiltIn.MathLog2),
            ("log10", 1, BuiltIn.MathLog10), ("sin", 1, BuiltIn.MathSin), ("cos", 1, BuiltIn.MathCos),
            ("tan", 1, BuiltIn.MathTan), ("atan", 1, BuiltIn.MathAtan), ("atan2", 2, BuiltIn.MathAtan2),
            ("hypot", 2, BuiltIn.MathHypot), ("min", 2, BuiltIn.MathMin), ("max", 2, BuiltIn.MathMax),
            ("imul", 2, BuiltIn.MathImul), ("clz32", 1, BuiltIn.MathClz32), ("fround", 1, BuiltIn.MathFround),
            ("random", 0, BuiltIn.MathRandom)),
        .. Of("console", BuiltInGroup.Host,
            ("log", 0, BuiltIn.ConsoleLog), ("info", 0, BuiltIn.ConsoleLog), ("debug", 0, BuiltIn.ConsoleLog),
            ("error", 0, BuiltIn.ConsoleError), ("warn", 0, BuiltIn.ConsoleError)),
        .. Of("process", BuiltInGroup.Host,
            ("exit", 1, BuiltIn.ProcessExit)),
        .. Of("process", BuiltInGroup.Process,
            ("memoryUsage", 0, BuiltIn.MemoryUsage), ("constrainedMemory", 0, BuiltIn.ConstrainedMemory),
            ("availableMemory", 0, BuiltIn.FreeMemory)),
        .. Of("process.memoryUsage", BuiltInGroup.Process,
            ("rss", 0, BuiltIn.ResidentSet)),
        .. Of("require:os", BuiltInGroup.Process,
            ("totalmem", 0, BuiltIn.TotalMemory), ("freemem", 0, BuiltIn.FreeMemory)),
        .. Of("require:v8", BuiltInGroup.Process,
            ("getHeapStatistics", 0, BuiltIn.HeapStatistics), ("getHeapSpaceStatistics", 0, BuiltIn.HeapSpaceStatistics)),
        .. Of("process", BuiltInGroup.Task,
            ("nextTick", 1, BuiltIn.NextTick)),
        .. Of("", BuiltInGroup.Task,
            ("setTimeout", 5, BuiltIn.SetTimeout), ("setInterval", 5, BuiltIn.SetInterval), ("clearTimeout", 1, BuiltIn.ClearTimeout),
            ("clearInterval", 1, BuiltIn.ClearTimeout), ("setImmediate", 4, BuiltIn.SetImmediate),
            ("clearImmediate", 1, BuiltIn.ClearImmediate), ("queueMicrotask", 1, BuiltIn.QueueMicrotask),
            ("requestAnimationFrame", 1, BuiltIn.RequestAnimationFrame),
            ("cancelAnimationFrame", 1, BuiltIn.CancelAnimationFrame)),
        .. Of("internal:Timeout", BuiltInGroup.Task,
            ("ref", 0, BuiltIn.TimerRef), ("unref", 0, BuiltIn.TimerUnref), ("hasRef", 0, BuiltIn.TimerHasRef),
            ("close", 0, BuiltIn.TimerClose)),
        .. Of("require:fs", BuiltInGroup.Host,
            ("writeSync", 2, BuiltIn.WriteSync)),
        .. Of("Date", BuiltInGroup.Host,
            ("now", 0, BuiltIn.Now)),
        .. Of("performance", BuiltInGroup.Host,
            ("now", 0, BuiltIn.PerformanceNow)),
        .. Of("Number", BuiltInGroup.Conversion,
            ("isInteger", 1, BuiltIn.NumberIsInteger), ("isSafeInteger", 1, BuiltIn.NumberIsSafeInteger),
            ("isFinite", 1, BuiltIn.NumberIsFinite), ("isNaN", 1, BuiltIn.NumberIsNaN), ("parseFloat", 1, BuiltIn.ParseFloat),
            ("parseInt", 2, BuiltIn.ParseInt)),
        .. Of("Array", BuiltInGroup.Conversion,
            ("isArray", 1, BuiltIn.ArrayIsArray)),
        .. Of("String", BuiltInGroup.Conversion,
            ("fromCharCode", 1, BuiltIn.StringFromCharCode)),
        .. Of("", BuiltInGroup.Conversion,
            ("parseFloat", 1, BuiltIn.ParseFloat), ("parseInt", 2, BuiltIn.ParseInt), ("isNaN", 1, BuiltIn.IsNaN),
            ("isFinite", 1, BuiltIn.IsFinite)),
        .. Of("Object.prototype", BuiltInGroup.Primitive,
            ("toString", 0, BuiltIn.ObjectToString), ("valueOf", 0, BuiltIn.ValueOf)),
        .. Of("Function.prototype", BuiltInGroup.Primitive,
            ("toString", 0, BuiltIn.FunctionToString)),
        .. Of("Number.prototype", BuiltInGroup.Primitive,
            ("toString", 1, BuiltIn.NumberToString), ("toFixed", 1, BuiltIn.NumberToFixed), ("valueOf", 0, BuiltIn.ValueOf)),
        .. Of("String.prototype", BuiltInGroup.Primitive,
            ("toString", 0, BuiltIn.StringToString), ("valueOf", 0, BuiltIn.ValueOf)),
        .. Of("String.prototype", BuiltInGroup.Text,
            ("charCodeAt", 1, BuiltIn.StringCharCodeAt), ("charAt", 1, BuiltIn.StringCharAt), ("slice", 2, BuiltIn.StringSlice),
            ("substring", 2, BuiltIn.StringSubstring), ("indexOf", 1, BuiltIn.StringIndexOf)),
        .. Of("Boolean.prototype", BuiltInGroup.Primitive,
            ("toString", 0, BuiltIn.BooleanToString), ("valueOf", 0, BuiltIn.ValueOf)),
        .. Of("Array.prototype", BuiltInGroup.Array,
            ("push", 1, BuiltIn.ArrayPush), ("pop", 0, BuiltIn.ArrayPop), ("slice", 2, BuiltIn.ArraySlice),
            ("fill", 1, BuiltIn.ArrayFill), ("indexOf", 1, BuiltIn.ArrayIndexOf), ("join", 1, BuiltIn.ArrayJoin),
            ("toString", 0, BuiltIn.ArrayToString)),
        .. Of("Array.prototype", BuiltInGroup.Iteration,
            ("keys", 0, BuiltIn.ArrayKeys), ("entries", 0, BuiltIn.ArrayEntries), ("values", 0, BuiltIn.ArrayValues),
            (Realm.IteratorKey, 0, BuiltIn.ArrayValues)),
        .. Of("String.prototype", BuiltInGroup.Iteration,
            (Realm.IteratorKey, 0, BuiltIn.StringIterator)),
        .. Of("Array", BuiltInGroup.Library,
            ("from", 1, BuiltIn.InLibrary)),
        .. Of("Object", BuiltInGroup.Library,
            ("keys", 1, BuiltIn.ObjectKeys), ("values", 1, BuiltIn.ObjectValues), ("entries", 1, BuiltIn.ObjectEntries)),
        .. Of("Map.prototype", BuiltInGroup.Collection,
            ("get", 1, BuiltIn.MapGet), ("set", 2, BuiltIn.MapSet), ("has", 1, BuiltIn.MapHas), ("delete", 1, BuiltIn.MapDelete),
            ("clear", 0, BuiltIn.MapClear), ("entries", 0, BuiltIn.MapEntries), ("keys", 0, BuiltIn.MapKeys),
            ("values", 0, BuiltIn.MapValues), (Realm.IteratorKey, 0, BuiltIn.MapEntries)),
        .. Of("Set.prototype", BuiltInGroup.Collection,
            ("has", 1, BuiltIn.SetHas), ("add", 1, BuiltIn.SetAdd), ("delete", 1, BuiltIn.SetDelete), ("clear", 0, BuiltIn.SetClear),
            ("entries", 0, BuiltIn.SetEntries), ("values", 0, BuiltIn.SetValues), ("keys", 0, BuiltIn.SetValues),
            (Realm.IteratorKey, 0, BuiltIn.SetValues)),
        .. Of("Map.prototype", BuiltInGroup.Library,
            ("forEach", 1, BuiltIn.InLibrary)),
        .. Of("Set.prototype", BuiltInGroup.Library,
            ("forEach", 1, BuiltIn.InLibrary)),
        .. Of("WeakMap.prototype", BuiltInGroup.Weak,
            ("delete", 1, BuiltIn.WeakMapDelete), ("get", 1, BuiltIn.WeakMapGet), ("set", 2, BuiltIn.WeakMapSet), ("has", 1, BuiltIn.WeakMapHas)),
        .. Of("WeakSet.prototype", BuiltInGroup.Weak,
            ("delete", 1, BuiltIn.WeakSetDelete), ("has", 1, BuiltIn.WeakSetHas), ("add", 1, BuiltIn.WeakSetAdd)),
        .. Of("WeakRef.prototype", BuiltInGroup.Weak,
            ("deref", 0, BuiltIn.WeakRefDeref)),
        .. Of("FinalizationRegistry.prototype", BuiltInGroup.Weak,
            ("register", 2, BuiltIn.RegistryRegister), ("unregister", 1, BuiltIn.RegistryUnregister)),
        .. Of("Symbol.prototype", BuiltInGroup.Iteration,
            ("toString", 0, BuiltIn.SymbolToString)),
        .. Of("Iterator.prototype", BuiltInGroup.Iteration,
            (Realm.IteratorKey, 0, BuiltIn.IteratorSelf)),
        .. Of("Map Iterator.prototype", BuiltInGroup.Iteration,
            ("next", 0, BuiltIn.MapIteratorNext)),
        .. Of("Set Iterator.prototype", BuiltInGroup.Iteration,
            ("next", 0, BuiltIn.SetIteratorNext)),
        .. Of("Array Iterator.prototype", BuiltInGroup.Iteration,
            ("next", 0, BuiltIn.ArrayIteratorNext)),
        .. Of("String Iterator.prototype", BuiltInGroup.Iteration,
            ("next", 0, BuiltIn.StringIteratorNext)),
        .. Of("ArrayBuffer", BuiltInGroup.Buffer,
            ("isView", 1, BuiltIn.BufferIsView)),
        .. Of("ArrayBuffer.prototype", BuiltInGroup.Buffer,
            ("slice", 2, BuiltIn.BufferSlice)),
        .. Of("TypedArray.prototype", BuiltInGroup.Buffer,
            ("fill", 1, BuiltIn.TypedFill), ("set", 1, BuiltIn.TypedSet), ("subarray", 2, BuiltIn.TypedSubarray),
            ("slice", 2, BuiltIn.TypedSlice), ("indexOf", 1, BuiltIn.TypedIndexOf), ("join", 1, BuiltIn.TypedJoin),
            ("toString", 0, BuiltIn.TypedToString), ("keys", 0, BuiltIn.TypedKeys), ("values", 0, BuiltIn.TypedValues),
            ("entries", 0, BuiltIn.TypedEntries), (Realm.IteratorKey, 0, BuiltIn.TypedValues)),
        .. Of("Error.prototype", BuiltInGroup.Error,
            ("toString", 0, BuiltIn.ErrorToString)),
    ];

    /// <summary>Constructors, and the index of their prototype.</summary>
    public static IReadOnlyList<(string Name, int Length, BuiltIn Function, int Prototype)> Constructors { get; } =
    [
        ("Object", 1, BuiltIn.Object, Realm.ObjectPrototype), ("Array", 1, BuiltIn.Array, Realm.ArrayPrototype),
        ("String", 1, BuiltIn.String, Realm.StringPrototype), ("Number", 1, BuiltIn.Number, Realm.NumberPrototype),
        ("Boolean", 1, BuiltIn.Boolean, Realm.BooleanPrototype),
        ("Error", 1, BuiltIn.Error, Realm.ErrorPrototype), ("TypeError", 1, BuiltIn.TypeError, Realm.ErrorPrototype + 1),
        ("RangeError", 1, BuiltIn.RangeError, Realm.ErrorPrototype + 2), ("ReferenceError", 1, BuiltIn.ReferenceError, Realm.ErrorPrototype + 3),
        ("SyntaxError", 1, BuiltIn.SyntaxError, Realm.ErrorPrototype + 4), ("EvalError", 1, BuiltIn.EvalError, Realm.ErrorPrototype + 5),
        ("URIError", 1, BuiltIn.UriError, Realm.ErrorPrototype + 6),
        ("Map", 0, BuiltIn.Map, Realm.MapPrototype), ("Set", 0, BuiltIn.Set, Realm.MapPrototype + 1),
        ("WeakMap", 0, BuiltIn.WeakMap, Realm.MapPrototype + 2), ("WeakSet", 0, BuiltIn.WeakSet, Realm.MapPrototype + 3),
        ("WeakRef", 1, BuiltIn.WeakRef, Realm.MapPrototype + 4),
        ("FinalizationRegistry", 1, BuiltIn.FinalizationRegistry, Realm.MapPrototype + 5),
        ("Symbol", 0, BuiltIn.Symbol, Realm.SymbolPrototype), ("ArrayBuffer", 1, BuiltIn.ArrayBuffer, Realm.ArrayBufferPrototype),
        .. TypedElements.ClassNames.Select((name, kind) => (name, 3, BuiltIn.Int8Array + kind, Realm.TypedArrayPrototype + 1 + kind)),
    ];

    /// <summary>Objects that hold functions.</summary>
    public static IReadOnlyList<string> Namespaces { get; } = ["Math", "console", "process", "require:fs", "require:os", "require:v8", "Date", "performance", "internal:Timeout", "internal:Immediate"];

    /// <summary>Prototypes by index.</summary>
    public static IReadOnlyList<string> Prototypes { get; } =
    [
        "Object.prototype", "Function.prototype", "Array.prototype", "String.prototype", "Number.prototype", "Boolean.prototype",
        "Error.prototype", "TypeError.prototype", "RangeError.prototype", "ReferenceError.prototype", "SyntaxError.prototype",
        "EvalError.prototype", "URIError.prototype", "Map.prototype", "Set.prototype", "WeakMap.prototype", "WeakSet.prototype",
        "WeakRef.prototype", "FinalizationRegistry.prototype", "Symbol.prototype", "Iterator.prototype", "Map Iterator.prototype",
        "Set Iterator.prototype", "Array Iterator.prototype", "String Iterator.prototype", "ArrayBuffer.prototype",
        "TypedArray.prototype", .. TypedElements.ClassNames.Select(name => $"{name}.prototype"),
    ];

    /// <summary>The name of an error class.</summary>
    /// <param name="kind">The class.</param>
    public static string ErrorName(ErrorKind kind) => kind == ErrorKind.UriError ? "URIError" : kind.ToString();

    /// <summary>What a function belongs to, by its number.</summary>
    public static BuiltInGroup[] Groups { get; } = MakeGroups();

    private static IEnumerable<(string Holder, string Name, int Length, BuiltIn Function, BuiltInGroup Group)> Of(
        string holder, BuiltInGroup group, params (string Name, int Length, BuiltIn Function)[] functions) =>
        functions.Select(each => (holder, each.Name, each.Length, each.Function, group));

    private static BuiltInGroup[] MakeGroups()
    {
        var groups = new BuiltInGroup[Enum.GetValues<BuiltIn>().Length];
        foreach (var each in Functions)
        {
            groups[(int)each.Function] = each.Group;
        }

        foreach (var each in Constructors)
        {
            groups[(int)each.Function] = each.Function switch
            {
                BuiltIn.Symbol => BuiltInGroup.Iteration,
                >= BuiltIn.ArrayBuffer and <= BuiltIn.Float64Array => BuiltInGroup.Buffer,
                >= BuiltIn.Map and <= BuiltIn.FinalizationRegistry => BuiltInGroup.Collection,
                _ => Realm.IsError(each.Prototype) ? BuiltInGroup.Error : BuiltInGroup.Conversion,
            };
        }

        for (var each = BuiltIn.TableOfMap; each <= BuiltIn.TableValue; each++)
        {
            groups[(int)each] = BuiltInGroup.Collection;
        }

        for (var each = BuiltIn.CheckFunction; each <= BuiltIn.CheckEntry; each++)
        {
            groups[(int)each] = BuiltInGroup.Library;
        }

        groups[(int)BuiltIn.InternalClass] = BuiltInGroup.Task;
        return groups;
    }
}
