using System.Globalization;
using ConcurrentGc.JavaScript.Loading;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed class AllocatedBytesTests
{
    private const int Count = 50_000; // by then the loop is optimized

    public static TheoryData<string, string, double> Rows { get; } = Read();

    [Theory]
    [MemberData(nameof(Rows))]
    public void A_construct_allocates_the_bytes_that_Node_allocates(string name, string tier, double bytes)
    {
        // Tails of pages count as used, in Node too: they are below one percent.
        Assert.InRange((Bytes(name, tier, 2 * Count) - Bytes(name, tier, Count)) / (double)Count, bytes - 0.1, (bytes * 1.01) + 0.1);
    }

    [Theory]
    [InlineData("binarytrees")]
    [InlineData("server")]
    [InlineData("splay")]
    public void What_is_paid_for_is_what_is_allocated(string name)
    {
        var run = ProgramRun.OfFile(Path.Combine("Programs", name + ".js"), new JavaScriptOptions { Arguments = ["8", "64", "4"] });

        Assert.Equal(run.Bytes, run.Paid);
    }

    private static long Bytes(string name, string tier, int count)
    {
        var options = new JavaScriptOptions
        {
            Tier = Enum.Parse<JavaScriptTier>(tier, ignoreCase: true),
            Arguments = [count.ToString(CultureInfo.InvariantCulture)],
        };
        return ProgramRun.OfFile(Path.Combine("MicroBytes", name + ".js"), options).Bytes;
    }

    private static TheoryData<string, string, double> Read()
    {
        var rows = new TheoryData<string, string, double>();
        foreach (var line in File.ReadLines(Path.Combine(ProgramRun.Folder, "MicroBytes", "expected.csv")).Skip(1))
        {
            var cells = line.Split(',');
            rows.Add(cells[0], cells[1], double.Parse(cells[2], CultureInfo.InvariantCulture));
        }

        return rows;
    }
}
