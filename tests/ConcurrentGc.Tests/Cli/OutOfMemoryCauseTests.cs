using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>
/// A program that keeps everything, under small limits. Node 20 says the same: at 16 MB in every run; at 64 MB in some,
/// with full collections to 52.7 and 70.7 MB before; at 128 MB in every run, after 7 or 8, of which 3 to 5 reduce memory.
/// </summary>
public sealed class OutOfMemoryCauseTests : IDisposable
{
    private const string Program = "const keep = []; let i = 0; while (true) { keep.push({a: i, b: [i, i + 1]}); i++; }";

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "program.js");

    public OutOfMemoryCauseTests() => File.WriteAllText(_path, Program);

    [Theory]
    [InlineData(16, "Reached heap limit", 2, 0)]
    [InlineData(64, "Reached heap limit", 3, 0)]
    [InlineData(128, "Ineffective mark-compacts near heap limit", 9, 5)]
    public void A_program_that_keeps_everything_ends_with_nodes_words(int megabytes, string words, int full, int reducing)
    {
        var run = Command.Run(
            ["run", _path, "--max-old-space-size", $"{megabytes}", "--trace-gc"], EngineRegistration.Create());

        Assert.Equal(3, run.Code);
        Assert.Contains($"FATAL ERROR: {words} Allocation failed - JavaScript heap out of memory\n", run.Error, StringComparison.Ordinal);
        Assert.Equal(full, Lines(run, "Mark-Compact "));
        Assert.Equal(reducing, Lines(run, "Mark-Compact (reduce) "));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private static int Lines(Command run, string words) =>
        run.Output.Split('\n').Count(line => line.Contains(words, StringComparison.Ordinal));
}
