namespace ConcurrentGc.JavaScript.BuiltIns;

/// <summary>Functions written in C#.</summary>
internal enum BuiltIn
{
#pragma warning disable CS1591, SA1602 // Each is named after the function it is.
    MathAbs, MathCeil, MathFloor, MathRound, MathTrunc, MathSign, MathSqrt, MathCbrt, MathPow, MathExp, MathLog, MathLog2, MathLog10,
    MathSin, MathCos, MathTan, MathAtan, MathAtan2, MathHypot, MathMin, MathMax, MathImul, MathClz32, MathFround, MathRandom,
    ConsoleLog, ConsoleError, ProcessExit, WriteSync, PerformanceNow, Now,
    NumberIsInteger, NumberIsSafeInteger, NumberIsFinite, NumberIsNaN, ParseFloat, ParseInt, IsNaN, IsFinite,
    Number, String, Boolean, Object, Array, ArrayIsArray, StringFromCharCode,
    ObjectToString, NumberToString, NumberToFixed, StringToString, BooleanToString, ValueOf, FunctionToString,
    ArrayPush, ArrayPop, ArraySlice, ArrayFill, ArrayIndexOf, ArrayJoin, ArrayToString,
    StringCharCodeAt, StringCharAt, StringSlice, StringSubstring, StringIndexOf,
    Map, Set, WeakMap, WeakSet, WeakRef, FinalizationRegistry,
    MapGet, MapSet, MapHas, MapDelete, MapClear, MapKeys, MapValues, MapEntries,
    SetAdd, SetHas, SetDelete, SetClear, SetValues, SetEntries,
    TableOfMap, TableOfSet, TableNewest, TableIndex, TableKey, TableValue,
    WeakMapGet, WeakMapSet, WeakMapHas, WeakMapDelete, WeakSetAdd, WeakSetHas, WeakSetDelete,
    WeakRefDeref, RegistryRegister, RegistryUnregister,
    IteratorSelf, MapIteratorNext, SetIteratorNext, ArrayIteratorNext, StringIteratorNext,
    ArrayKeys, ArrayValues, ArrayEntries, StringIterator, Symbol, SymbolToString,
    CheckFunction, CheckIterable, CheckEntry, ObjectKeys, ObjectValues, ObjectEntries, InLibrary,
    MemoryUsage, ResidentSet, ConstrainedMemory, TotalMemory, FreeMemory, HeapStatistics, HeapSpaceStatistics,
    SetTimeout, SetInterval, ClearTimeout, TimerClose, TimerUnref, TimerRef, TimerHasRef, NextTick, QueueMicrotask, SetImmediate, ClearImmediate,
    RequestAnimationFrame, CancelAnimationFrame, InternalClass,
    ArrayBuffer, Int8Array, Uint8Array, Uint8ClampedArray, Int16Array, Uint16Array, Int32Array, Uint32Array, Float32Array, Float64Array,
    BufferIsView, BufferSlice, TypedFill, TypedSet, TypedSubarray, TypedSlice, TypedIndexOf, TypedKeys, TypedValues, TypedEntries,
    TypedJoin, TypedToString,
    Error, TypeError, RangeError, ReferenceError, SyntaxError, EvalError, UriError, ErrorToString,
#pragma warning restore CS1591, SA1602
}
