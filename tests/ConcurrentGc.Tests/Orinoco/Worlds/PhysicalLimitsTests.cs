using ConcurrentGc.Orinoco.Worlds;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Worlds;

public class PhysicalLimitsTests
{
    private const long Megabyte = 1 << 20;

    [Theory]
    [InlineData(128, 256, 1)]
    [InlineData(512, 256, 1)]
    [InlineData(600, 300, 4)]
    [InlineData(1024, 512, 4)]
    [InlineData(2048, 1024, 8)]
    [InlineData(4096, 2048, 16)]
    [InlineData(14 * 1024, 2048, 16)]
    [InlineData(15 * 1024, 4096, 16)]
    [InlineData(24_105, 4096, 16)]
    public void Generations_follow_the_physical_memory(long physical, long old, long semispace) => Assert.Equal(
        (old * Megabyte, semispace * Megabyte),
        (PhysicalLimits.OldBytes(physical * Megabyte), PhysicalLimits.SemispaceBytes(physical * Megabyte)));
}
