using System.Diagnostics;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>Runs the built command, which lies beside the tests, in a process of its own.</summary>
internal static class CommandProcess
{
    /// <summary>Runs it to its end.</summary>
    /// <param name="line">The words after <c>orinoco</c>.</param>
    /// <returns>The exit code and what it printed; standard error shows wall time.</returns>
    public static async Task<(int Code, string Output, string Error)> RunAsync(string line)
    {
        var start = new ProcessStartInfo(
            "dotnet", [Path.Combine(AppContext.BaseDirectory, "orinoco.dll"), .. line.Split(' ')])
        {
            UseShellExecute = false,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = await process.StandardOutput.ReadToEndAsync();
        var errorText = await error;
        await process.WaitForExitAsync();
        return (process.ExitCode, output, errorText);
    }
}
