using Xunit;

namespace ConcurrentGc.Tests.Fidelity;

public sealed class ProcessDeterminismTests
{
    [Theory]
    [InlineData("binarytrees 16 --predictable")]
    [InlineData("binarytrees 12 --helpers 4")]
    [InlineData("fifo 4000 300000 0 4 16 3 --max-semi-space-size 1 --predictable")]
    [InlineData("fifo 4000 300000 0 4 16 3 --max-semi-space-size 1 --helpers 4")]
    [InlineData("splay 800 8000 4 1 --predictable")]
    [InlineData("splay 800 8000 4 1 --helpers 4")]
    [InlineData("frame 300 600 600 5 --helpers 4")]
    [InlineData("gcbench 12 12 50000 4 12 --helpers 4")]
    [InlineData("large 600 800 6000 24 64 9 --helpers 4")]
    [InlineData("lru 4000 200000 12000 12 7 --helpers 4")]
    [InlineData("rewire 6000 800000 40 2000 17 --helpers 4")]
    [InlineData("server 40000 600 1200 12 64 11 --helpers 4")]
    public async Task Two_processes_write_the_same_bytes_and_the_same_record(string words)
    {
        var folder = Directory.CreateTempSubdirectory("orinoco");
        try
        {
            var first = Path.Combine(folder.FullName, "first.rec");
            var second = Path.Combine(folder.FullName, "second.rec");

            var results = await Task.WhenAll(RunAsync(words, first), RunAsync(words, second));

            Assert.Equal(0, results[0].Code);
            Assert.Equal(results[0], results[1]);
            var record = await File.ReadAllBytesAsync(first);
            Assert.NotEmpty(record);
            Assert.Equal(record, await File.ReadAllBytesAsync(second));
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }

    private static async Task<(int Code, string Output)> RunAsync(string words, string record)
    {
        var (code, output, _) = await CommandProcess.RunAsync($"run {words} --trace-gc --record {record}");
        return (code, output);
    }
}
