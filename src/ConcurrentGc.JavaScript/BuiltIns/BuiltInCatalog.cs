using ConcurrentGc.JavaScript.Interpreting;

namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>Which functions there are and where programs find them.</summary>
internal static class BuiltInCatalog
{
    /// <summary>Functions by holder; the holder of a global function is empty, that of a prototype's method ends in <c>.prototype</c>.</summary>
    public static IReadOnlyList<(string Holder, string Name, int Length, BuiltIn Function)> Functions { get; } =
    [
        ("Math", "abs", 1, BuiltIn.MathAbs), ("Math", "ceil", 1, BuiltIn.MathCeil), ("Math", "floor", 1, BuiltIn.MathFloor),
        ("Math", "round", 1, BuiltIn.MathRound), ("Math", "trunc", 1, BuiltIn.MathTrunc), ("Math", "sign", 1, BuiltIn.MathSign),
        ("Math", "sqrt", 1, BuiltIn.MathSqrt), ("Math", "cbrt", 1, BuiltIn.MathCbrt), ("Math", "pow", 2, BuiltIn.MathPow),
        ("Math", "exp", 1, BuiltIn.MathExp), ("Math", "log", 1, BuiltIn.MathLog), ("Math", "log2", 1, BuiltIn.MathLog2),
        ("Math", "log10", 1, BuiltIn.MathLog10), ("Math", "sin", 1, BuiltIn.MathSin), ("Math", "cos", 1, BuiltIn.MathCos),
        ("Math", "tan", 1, BuiltIn.MathTan), ("Math", "atan", 1, BuiltIn.MathAtan), ("Math", "atan2", 2, BuiltIn.MathAtan2),
        ("Math", "hypot", 2, BuiltIn.MathHypot), ("Math", "min", 2, BuiltIn.MathMin), ("Math", "max", 2, BuiltIn.MathMax),
        ("Math", "imul", 2, BuiltIn.MathImul), ("Math", "clz32", 1, BuiltIn.MathClz32), ("Math", "fround", 1, BuiltIn.MathFround),
        ("Math", "random", 0, BuiltIn.MathRandom),
        ("console", "log", 0, BuiltIn.ConsoleLog), ("console", "info", 0, BuiltIn.ConsoleLog), ("console", "debug", 0, BuiltIn.ConsoleLog),
        ("console", "error", 0, BuiltIn.ConsoleError), ("console", "warn", 0, BuiltIn.ConsoleError),
        ("process", "exit", 1, BuiltIn.ProcessExit), ("require:fs", "writeSync", 2, BuiltIn.WriteSync),
        ("Date", "now", 0, BuiltIn.Now), ("performance", "now", 0, BuiltIn.Now),
        ("Number", "isInteger", 1, BuiltIn.NumberIsInteger), ("Number", "isSafeInteger", 1, BuiltIn.NumberIsSafeInteger),
        ("Number", "isFinite", 1, BuiltIn.NumberIsFinite), ("Number", "isNaN", 1, BuiltIn.NumberIsNaN),
        ("Number", "parseFloat", 1, BuiltIn.ParseFloat), ("Number", "parseInt", 2, BuiltIn.ParseInt),
        ("Array", "isArray", 1, BuiltIn.ArrayIsArray), ("String", "fromCharCode", 1, BuiltIn.StringFromCharCode),
        ("", "parseFloat", 1, BuiltIn.ParseFloat), ("", "parseInt", 2, BuiltIn.ParseInt), ("", "isNaN", 1, BuiltIn.IsNaN),
        ("", "isFinite", 1, BuiltIn.IsFinite), ("", "require", 1, BuiltIn.Empty),
        ("Object.prototype", "toString", 0, BuiltIn.ObjectToString), ("Object.prototype", "valueOf", 0, BuiltIn.ValueOf),
        ("Function.prototype", "toString", 0, BuiltIn.FunctionToString),
        ("Number.prototype", "toString", 1, BuiltIn.NumberToString), ("Number.prototype", "toFixed", 1, BuiltIn.NumberToFixed),
        ("Number.prototype", "valueOf", 0, BuiltIn.ValueOf),
        ("String.prototype", "toString", 0, BuiltIn.StringToString), ("String.prototype", "valueOf", 0, BuiltIn.ValueOf),
        ("String.prototype", "charCodeAt", 1, BuiltIn.StringCharCodeAt), ("String.prototype", "charAt", 1, BuiltIn.StringCharAt),
        ("String.prototype", "slice", 2, BuiltIn.StringSlice), ("String.prototype", "substring", 2, BuiltIn.StringSubstring),
        ("String.prototype", "indexOf", 1, BuiltIn.StringIndexOf),
        ("Boolean.prototype", "toString", 0, BuiltIn.BooleanToString), ("Boolean.prototype", "valueOf", 0, BuiltIn.ValueOf),
        ("Array.prototype", "push", 1, BuiltIn.ArrayPush), ("Array.prototype", "pop", 0, BuiltIn.ArrayPop),
        ("Array.prototype", "slice", 2, BuiltIn.ArraySlice), ("Array.prototype", "fill", 1, BuiltIn.ArrayFill),
        ("Array.prototype", "indexOf", 1, BuiltIn.ArrayIndexOf), ("Array.prototype", "join", 1, BuiltIn.ArrayJoin),
        ("Array.prototype", "toString", 0, BuiltIn.ArrayToString),
        ("Error.prototype", "toString", 0, BuiltIn.ErrorToString),
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
    ];

    /// <summary>Objects that hold functions.</summary>
    public static IReadOnlyList<string> Namespaces { get; } = ["Math", "console", "process", "require:fs", "Date", "performance"];

    /// <summary>Prototypes by index.</summary>
    public static IReadOnlyList<string> Prototypes { get; } =
    [
        "Object.prototype", "Function.prototype", "Array.prototype", "String.prototype", "Number.prototype", "Boolean.prototype",
        "Error.prototype", "TypeError.prototype", "RangeError.prototype", "ReferenceError.prototype", "SyntaxError.prototype",
        "EvalError.prototype", "URIError.prototype",
    ];

    /// <summary>The name of an error class.</summary>
    /// <param name="kind">The class.</param>
    public static string ErrorName(ErrorKind kind) => kind == ErrorKind.UriError ? "URIError" : kind.ToString();
}
