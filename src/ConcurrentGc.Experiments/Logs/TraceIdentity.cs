using System.Globalization;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>The head of every trace line.</summary>
internal static class TraceIdentity
{
    // V8 prints process and isolate address; constants, so that two runs print the same bytes.
    private const long FirstAddress = 0x10000000;

    /// <summary>Head and time: <c>[pid:isolate]      269 ms: </c>.</summary>
    /// <param name="isolate">Zero-based isolate; each has an address of its own.</param>
    /// <param name="nanoseconds">Time since the run began.</param>
    public static string At(int isolate, long nanoseconds)
    {
        var milliseconds = (nanoseconds / 1e6).ToString("F0", CultureInfo.InvariantCulture);
        var address = (FirstAddress * (isolate + 1)).ToString("x", CultureInfo.InvariantCulture);
        return $"[1:0x{address}] {milliseconds,8} ms: ";
    }
}
