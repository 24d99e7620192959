using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Words;

public sealed class TaggedTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(-1)]
    [InlineData(int.MaxValue)]
    [InlineData(int.MinValue)]
    public void A_small_integer_keeps_all_32_bits(int value)
    {
        var word = Tagged.SmallInteger(value);

        Assert.True(Tagged.IsSmallInteger(word));
        Assert.False(Tagged.IsPointer(word));
        Assert.Equal(value, Tagged.ToInteger(word));
    }

    [Theory]
    [InlineData(8)]
    [InlineData(0x7FFF_FFFF_FFF8)]
    public void A_pointer_keeps_its_address(long address)
    {
        var word = Tagged.FromAddress(address);

        Assert.True(Tagged.IsPointer(word));
        Assert.False(Tagged.IsSmallInteger(word));
        Assert.Equal(address, Tagged.Address(word));
    }

    [Fact]
    public void A_cleared_word_is_the_small_integer_zero() => Assert.Equal(Tagged.Zero, Tagged.SmallInteger(0));
}
