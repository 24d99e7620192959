using ConcurrentGc.Experiments.Fragmentation;
using ConcurrentGc.Experiments.Traces;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Fragmentation;

public sealed class FragmentationStudyTests : IDisposable
{
    // 64, 48 and 64 bytes; the outer two die; then 80 bytes fit into no hole, though 128 are free.
    private const string Holes = """
        orinoco-trace 1
        a 1 64
        a 2 48
        a 3 64
        a 4 16
        r 0 2
        r 1 4
        h
        a 5 80

        """;

    private readonly string _path = Path.GetTempFileName();

    [Theory]
    [InlineData("segments-first-fit")]
    [InlineData("segments-best-fit")]
    [InlineData("segments-next-fit")]
    public void Segments_are_fragmented_externally_and_never_internally(string model)
    {
        var row = Row(Holes, model);

        // In memory: 64 free, 48, 64 free, 16, 80. The largest hole has one half of what is free.
        Assert.Equal((192 + 80, 48 + 16 + 80), (row.PeakReserved, row.RequestedAtPeak));
        Assert.Equal((0, 128, 64), (row.InternalAtPeak, row.FreeAtPeak, row.ExternalAtPeak));

        // After each allocation the memory is 64, 112, 176, 192 and 272; only after the last is any of it free.
        const int allocated = 64 + 48 + 64 + 16 + 80;
        const int reserved = (64 * 64) + (48 * 112) + (64 * 176) + (16 * 192) + (80 * 272);
        Assert.Equal(Rounded(reserved, allocated), row.MeanReserved);
        Assert.Equal((0, Rounded(80 * 128, allocated), Rounded(80 * 64, allocated)), (row.MeanInternal, row.MeanFree, row.MeanExternal));
    }

    [Fact]
    public void Paging_is_fragmented_internally_and_never_externally()
    {
        var row = Row(Holes, "paging-64");

        // Four frames; two are free when 80 bytes take two.
        Assert.Equal((4 * 64, 64 + 48 + 64 + 16), (row.PeakReserved, row.RequestedAtPeak));
        Assert.Equal((64, 0, 0), (row.InternalAtPeak, row.FreeAtPeak, row.ExternalAtPeak));
        Assert.Equal(Rounded((48 * 16) + (64 * 16) + (16 * 64) + (80 * (16 + 48 + 48)), 64 + 48 + 64 + 16 + 80), row.MeanInternal);
        Assert.Equal(0, row.MeanExternal);

        // Frames that lie idle are free and not fragmented: 72 bytes take two of three, then 16 one of two.
        var idle = Row("orinoco-trace 1\na 1 64\na 2 72\nh\ng 16\n", "paging-64");
        Assert.Equal((192, Rounded(16 * 128, 152), 0), (idle.PeakReserved, idle.MeanFree, idle.MeanExternal));
    }

    [Fact]
    public void A_pool_is_fragmented_both_ways()
    {
        // 72 bytes take 80, of which a slab holds 819 and 16 bytes no more; then 200 bytes take 224 of a slab of their own.
        var row = Row("orinoco-trace 1\na 1 72\nr 0 1\na 2 200\n", "pool");

        Assert.Equal((2 * 65536, 272), (row.PeakReserved, row.RequestedAtPeak));
        Assert.Equal((8 + 24, (2 * 65536) - 80 - 224), (row.InternalAtPeak, row.FreeAtPeak));
        Assert.Equal(row.FreeAtPeak - 224, row.ExternalAtPeak);
    }

    [Fact]
    public void A_large_object_of_a_pool_takes_pieces_and_gives_them_back()
    {
        var row = Row("orinoco-trace 1\na 1 40000\nh\na 2 40000\n", "pool");

        Assert.Equal((40960, 960, 0, 0), (row.PeakReserved, row.InternalAtPeak, row.FreeAtPeak, row.ExternalAtPeak));
    }

    [Theory]
    [InlineData("paging-4096")]
    [InlineData("segments-next-fit")]
    [InlineData("pool")]
    public void An_empty_trace_takes_no_memory(string model)
    {
        Assert.Equal(new FragmentationRow(model, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0), Row("orinoco-trace 1\n", model));
    }

    public void Dispose() => File.Delete(_path);

    private static long Rounded(double sum, double weight) => (long)Math.Round(sum / weight);

    private FragmentationRow Row(string trace, string model)
    {
        File.WriteAllText(_path, trace);
        using var reader = TraceReader.Open(_path);
        return new FragmentationStudy(reader).Run().Single(row => string.Equals(row.Model, model, StringComparison.Ordinal));
    }
}
