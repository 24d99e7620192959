using System.Runtime.CompilerServices;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>What is wrong with an operation whatever happened before it: found, and what is allowed.</summary>
internal static class TraceSyntax
{
    /// <summary>Whether an operation is one of those that follow each other by millions, and nothing is wrong with it.</summary>
    /// <param name="operation">As read.</param>
    /// <returns>False: <see cref="Problem"/> tells.</returns>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static bool IsPlain(in TraceOperation operation) => operation.Letter switch
    {
        TraceFormat.Store => operation.Count == 3
            && operation.First is > 0 and < TraceFormat.MostNames && operation.Third < TraceFormat.MostNames,
        TraceFormat.Allocate or TraceFormat.AllocatePointers => operation.Count == 2 && operation.First < TraceFormat.MostNames
            && operation.Second is >= 16 and <= TraceFormat.MostObjectBytes && (operation.Second & 7) == 0,
        _ => false,
    };

    /// <summary>Checks an operation.</summary>
    /// <param name="operation">As read.</param>
    /// <returns>Null: nothing is wrong.</returns>
    public static (string Found, string Allowed)? Problem(in TraceOperation operation)
    {
        var (first, second) = (operation.First, operation.Second);
        return operation.Letter switch
        {
            TraceFormat.Allocate or TraceFormat.AllocatePointers =>
                Numbers(in operation, 2) ?? Range("name", first, 0, TraceFormat.MostNames - 1) ?? Size(second),
            TraceFormat.Garbage when operation.Count == 1 => Size(first),
            TraceFormat.Garbage => Numbers(in operation, 2) ?? Size(first) ?? Range("count", second, 1, long.MaxValue),
            TraceFormat.Store => Numbers(in operation, 3) ?? Name(first) ?? NameOrNone(operation.Third),
            TraceFormat.Root => Numbers(in operation, 2) ?? Range("root", first, 0, TraceFormat.MostRoots - 1) ?? NameOrNone(second),
            TraceFormat.Local => Numbers(in operation, 2) ?? NameOrNone(second),
            TraceFormat.Call or TraceFormat.Instructions => Numbers(in operation, 1),
            TraceFormat.Return or TraceFormat.LetGo => Numbers(in operation, 0),
            TraceFormat.Drop => Numbers(in operation, 1) ?? Name(first),
            0 => null,
            _ => ($"found the operation '{(char)operation.Letter}'", "a, p, g, s, r, c, l, x, h, d, w"),
        };
    }

    /// <summary>What is wrong with a number; null: nothing.</summary>
    /// <param name="what">What it is.</param>
    /// <param name="number">The number.</param>
    /// <param name="least">Smallest allowed.</param>
    /// <param name="most">Largest allowed.</param>
    public static (string Found, string Allowed)? Range(string what, long number, long least, long most) =>
        number >= least && number <= most ? null : ($"{what}: found {number}", most < least ? "none" : $"{least} to {most}");

    private static (string Found, string Allowed)? Numbers(in TraceOperation operation, int count) => operation.Count == count
        ? null
        : ($"found {operation.Count} numbers after '{(char)operation.Letter}'", $"{count}");

    private static (string Found, string Allowed)? Size(long bytes) =>
        bytes is >= 16 and <= TraceFormat.MostObjectBytes && bytes % 8 == 0
            ? null
            : ($"bytes: found {bytes}", $"a multiple of 8 from 16 to {TraceFormat.MostObjectBytes}");

    private static (string Found, string Allowed)? Name(long name) => Range("name", name, 1, TraceFormat.MostNames - 1);

    private static (string Found, string Allowed)? NameOrNone(long name) => Range("name", name, 0, TraceFormat.MostNames - 1);
}
