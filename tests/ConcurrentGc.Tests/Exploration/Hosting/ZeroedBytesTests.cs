using System.Runtime.CompilerServices;
using ConcurrentGc.Exploration.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Hosting;

/// <summary>Bytes of roles and messages that no field takes are not a part of a state.</summary>
public sealed class ZeroedBytesTests
{
    [Fact]
    public void Bytes_between_fields_are_set_to_zero_and_fields_are_kept()
    {
        long[] words = [-1, -1, -1, -1, -1];

        ZeroedBytes.PaddingOf<Uneven>().Clear(ref words[0]);

        Assert.Equal([0xff, -1, 0xffff_ffff, -1, -1], words);
        Assert.Equal((byte.MaxValue, -1L, -1, -1L, -1L), FieldsOf(ref words[0]));
    }

    [Fact]
    public void A_struct_without_padding_is_left_alone()
    {
        long[] words = [-1, -1];

        ZeroedBytes.PaddingOf<Even>().Clear(ref words[0]);

        Assert.Equal([-1, -1], words);
    }

    private static (byte, long, int, long, long) FieldsOf(ref long first)
    {
        var uneven = Unsafe.As<long, Uneven>(ref first);
        return (uneven.Small, uneven.Large, uneven.Inner.Number, uneven.Pair[0], uneven.Pair[1]);
    }

    private readonly record struct Even(long One, int Two, int Three);

    private readonly record struct Inner(int Number);

    private readonly record struct Uneven(byte Small, long Large, Inner Inner, Pair Pair);

    [InlineArray(2)]
    private struct Pair
    {
        private long _first;
    }
}
