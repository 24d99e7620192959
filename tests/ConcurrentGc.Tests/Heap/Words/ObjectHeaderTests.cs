using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Words;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Words;

public sealed class ObjectHeaderTests
{
    [Fact]
    public void A_shape_header_gives_back_what_was_encoded() =>
        Gen.Select(Gen.Enum<LayoutKind>(), Gen.Int[0, 0xFFFFFF], Gen.Int[0, int.MaxValue]).Sample((layout, words, shape) =>
        {
            var header = ObjectHeader.Encode(layout, words, shape);

            Assert.False(ObjectHeader.IsForwarded(header));
            Assert.Equal(layout, ObjectHeader.Layout(header));
            Assert.Equal(words * 8L, ObjectHeader.FixedBytes(header));
            Assert.Equal(shape, ObjectHeader.Shape(header));
        });

    [Theory]
    [InlineData(LayoutKind.Filler)]
    [InlineData(LayoutKind.TaggedFields)]
    [InlineData(LayoutKind.RawFields)]
    public void A_size_that_does_not_fit_the_header_fails_the_check(LayoutKind layout) =>
        Assert.Throws<CheckFailedException>(() => ObjectHeader.Encode(layout, 1 << 24, 0));

    [Fact]
    public void A_forwarding_header_is_a_tagged_address() =>
        Assert.True(ObjectHeader.IsForwarded(Tagged.FromAddress(0x4000)));

    [Theory]
    [InlineData(LayoutKind.TaggedArray, 0, 16)]
    [InlineData(LayoutKind.TaggedArray, 3, 40)]
    [InlineData(LayoutKind.EphemeronTable, 11, 104)]
    [InlineData(LayoutKind.RawWordArray, 17, 152)]
    [InlineData(LayoutKind.RawByteArray, 0, 16)]
    [InlineData(LayoutKind.RawByteArray, 1, 24)]
    [InlineData(LayoutKind.RawByteArray, 8, 24)]
    [InlineData(LayoutKind.RawByteArray, 9, 32)]
    [InlineData(LayoutKind.RawTwoByteArray, 4, 24)]
    [InlineData(LayoutKind.RawTwoByteArray, 5, 32)]
    [InlineData(LayoutKind.FreeBlock, 24, 24)]
    public void The_size_of_an_array_follows_from_its_length(LayoutKind layout, int length, long bytes) =>
        Assert.Equal(bytes, ObjectHeader.SizeBytes(ObjectHeader.Encode(layout, 0, 7), Tagged.SmallInteger(length)));

    [Fact]
    public void A_hash_beside_the_length_does_not_change_the_size()
    {
        var header = ObjectHeader.Encode(LayoutKind.RawByteArray, 0, 0);

        Assert.Equal(24, ObjectHeader.SizeBytes(header, Tagged.SmallInteger(3) | 0xFFFF_FFFFL));
    }

    [Fact]
    public void A_fixed_size_does_not_look_at_the_second_word() =>
        Assert.Equal(32, ObjectHeader.SizeBytes(ObjectHeader.Encode(LayoutKind.TaggedFields, 4, 0), -1));

    [Theory]
    [InlineData(LayoutKind.TaggedFields, true, 8)]
    [InlineData(LayoutKind.TaggedArray, true, 16)]
    [InlineData(LayoutKind.EphemeronTable, true, 16)]
    [InlineData(LayoutKind.WeakReference, true, 8)]
    [InlineData(LayoutKind.WeakCell, true, 8)]
    public void Tagged_words_begin_after_header_or_length(LayoutKind layout, bool isTagged, int offset)
    {
        var header = ObjectHeader.Encode(layout, 0, 0);

        Assert.Equal(isTagged, ObjectHeader.HasTaggedWords(header));
        Assert.Equal(offset, ObjectHeader.FirstTaggedOffset(header));
    }

    [Theory]
    [InlineData(LayoutKind.Filler)]
    [InlineData(LayoutKind.FreeBlock)]
    [InlineData(LayoutKind.RawFields)]
    [InlineData(LayoutKind.RawWordArray)]
    [InlineData(LayoutKind.RawByteArray)]
    [InlineData(LayoutKind.RawTwoByteArray)]
    public void Gaps_and_raw_layouts_have_no_tagged_words(LayoutKind layout) =>
        Assert.False(ObjectHeader.HasTaggedWords(ObjectHeader.Encode(layout, 2, 0)));

    [Fact]
    public void The_header_tells_which_layouts_have_weak_words() =>
        Assert.Equal(
            [LayoutKind.EphemeronTable, LayoutKind.WeakReference, LayoutKind.WeakCell],
            Enum.GetValues<LayoutKind>().Where(layout => ObjectHeader.HasWeakWords(ObjectHeader.Encode(layout, 2, 0))));
}
