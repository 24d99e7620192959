using System.Globalization;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>The head of every trace line.</summary>
internal static class TraceIdentity
{
    // V8 prints process and isolate address; constants, so that two runs print the same bytes.
    private const string Head = "[1:0x10000000] ";

    /// <summary>Head and time: <c>[pid:isolate]      269 ms: </c>.</summary>
    /// <param name="nanoseconds">Time since the run began.</param>
    public static string At(long nanoseconds)
    {
        var milliseconds = (nanoseconds / 1e6).ToString("F0", CultureInfo.InvariantCulture);
        return $"{Head}{milliseconds,8} ms: ";
    }
}
