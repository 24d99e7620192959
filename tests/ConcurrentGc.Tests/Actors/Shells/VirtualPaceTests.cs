using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Orinoco.Hosting;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Actors.Shells;

public class VirtualPaceTests
{
    [Theory]
    [InlineData(333, 3000, 999)]
    [InlineData(1, 999, 0)]
    [InlineData(1, 1000, 1)]
    [InlineData(1500, 1001, 1501)]
    public void Parts_of_a_nanosecond_are_carried_from_slice_to_slice(long picoseconds, int steps, long nanoseconds) =>
        Assert.Equal(nanoseconds, Run(picoseconds, sliceObjects: 1, 1_000_000, steps));

    [Fact]
    public void The_length_of_slices_changes_no_sum() => Gen.Select(Gen.Long[0, 5000], Gen.Int[1, 50], Gen.Int[1, 50], Gen.Int[0, 500])
        .Sample((picoseconds, objects, nanoseconds, steps) =>
            Run(picoseconds, objects, nanoseconds, steps) == picoseconds * steps / 1000, iter: 30, threads: 1);

    private static long Run(long picoseconds, int sliceObjects, int sliceNanoseconds, int steps)
    {
        var settings = Hosts.Settings(
            picoseconds: picoseconds, sliceObjects: sliceObjects, sliceNanoseconds: sliceNanoseconds);
        using var host = Hosts.Create(settings, new RecordList());
        host.Post(host.Add<Worker, Job>("worker", CoreGroup.Main(0), default), new Job(steps));
        var outcome = host.Run();
        Assert.Equal(RunEnd.Finished, outcome.End);
        return outcome.Time;
    }
}
