using System.Diagnostics.CodeAnalysis;
using System.Runtime.CompilerServices;

namespace ConcurrentGc.Heap.Checking;

/// <summary>
/// Checks in the manner of V8's DCHECK family: the message has both values and the place. They are on in Debug builds
/// and wherever <see cref="Switch"/> is set before the first check; else the JIT removes them.
/// </summary>
/// <remarks>Source: V8, base/logging.h.</remarks>
public static class Checks
{
    /// <summary>The AppContext switch that turns the checks on in Release builds. Set it before the heap is touched.</summary>
    public const string Switch = "ConcurrentGc.Checks";

    /// <summary>Whether the checks run. A static readonly field, so that the JIT folds it.</summary>
    public static readonly bool Enabled = IsSwitchedOn();

    /// <summary>Fails when <paramref name="condition"/> is false.</summary>
    /// <param name="condition">What must hold.</param>
    /// <param name="text">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <exception cref="CheckFailedException">The condition is false.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DCheck(
        bool condition,
        [CallerArgumentExpression(nameof(condition))] string text = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (Enabled && !condition)
        {
            Fail(text, file, line);
        }
    }

    /// <summary>Fails unless both are equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <param name="leftText">Filled by the compiler.</param>
    /// <param name="rightText">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <exception cref="CheckFailedException">They differ.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DCheckEq(
        long left,
        long right,
        [CallerArgumentExpression(nameof(left))] string leftText = "",
        [CallerArgumentExpression(nameof(right))] string rightText = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (Enabled && left != right)
        {
            Fail(leftText, left, "==", rightText, right, file, line);
        }
    }

    /// <summary>Fails when both are equal.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <param name="leftText">Filled by the compiler.</param>
    /// <param name="rightText">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <exception cref="CheckFailedException">They are equal.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DCheckNe(
        long left,
        long right,
        [CallerArgumentExpression(nameof(left))] string leftText = "",
        [CallerArgumentExpression(nameof(right))] string rightText = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (Enabled && left == right)
        {
            Fail(leftText, left, "!=", rightText, right, file, line);
        }
    }

    /// <summary>Fails unless left is at most right.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <param name="leftText">Filled by the compiler.</param>
    /// <param name="rightText">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <exception cref="CheckFailedException">Left is greater.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DCheckLe(
        long left,
        long right,
        [CallerArgumentExpression(nameof(left))] string leftText = "",
        [CallerArgumentExpression(nameof(right))] string rightText = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (Enabled && left > right)
        {
            Fail(leftText, left, "<=", rightText, right, file, line);
        }
    }

    /// <summary>Fails unless left is less than right.</summary>
    /// <param name="left">One value.</param>
    /// <param name="right">The other.</param>
    /// <param name="leftText">Filled by the compiler.</param>
    /// <param name="rightText">Filled by the compiler.</param>
    /// <param name="file">Filled by the compiler.</param>
    /// <param name="line">Filled by the compiler.</param>
    /// <exception cref="CheckFailedException">Left is equal or greater.</exception>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void DCheckLt(
        long left,
        long right,
        [CallerArgumentExpression(nameof(left))] string leftText = "",
        [CallerArgumentExpression(nameof(right))] string rightText = "",
        [CallerFilePath] string file = "",
        [CallerLineNumber] int line = 0)
    {
        if (Enabled && left >= right)
        {
            Fail(leftText, left, "<", rightText, right, file, line);
        }
    }

    [DoesNotReturn]
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void Fail(string leftText, long left, string sign, string rightText, long right, string file, int line) =>
        Fail($"{leftText} {sign} {rightText} ({left} vs. {right})", file, line);

    [DoesNotReturn]
    private static void Fail(string text, string file, int line) =>
        throw new CheckFailedException($"{Path.GetFileName(file)}:{line}: check failed: {text}.");

    private static bool IsSwitchedOn()
    {
#if DEBUG
        return true;
#else
        return AppContext.TryGetSwitch(Switch, out var on) && on;
#endif
    }
}
