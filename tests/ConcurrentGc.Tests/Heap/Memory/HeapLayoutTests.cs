using ConcurrentGc.Heap.Memory;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Memory;

public sealed class HeapLayoutTests
{
    public static TheoryData<string> Geometries => ["node20", "classic", "tiny"];

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_parts_follow_one_another_without_overlap(string name)
    {
        var geometry = Named(name);
        var layout = new HeapLayout(geometry, 1000);
        var bitmap = (geometry.PageBytes * geometry.ReservedPages) / 64;

        Assert.True(layout.SideStart >= 1000);
        Assert.True(layout.MarkBitsStart >= layout.SideStart + geometry.SideBytes);
        Assert.Equal(layout.MarkBitsStart + bitmap, layout.OldToNewStart);
        Assert.Equal(layout.OldToNewStart + bitmap, layout.OldToOldStart);
        Assert.Equal(layout.OldToOldStart + bitmap, layout.HeadersStart);
        Assert.True(layout.PagesStart >= layout.HeadersStart + ((long)geometry.ReservedPages << layout.HeaderShift));
        Assert.Equal(0, layout.PagesStart % geometry.PageBytes);
        Assert.Equal(layout.PagesStart + (geometry.PageBytes * geometry.ReservedPages), layout.ExternalStart);
        Assert.Equal(layout.ExternalStart + geometry.ExternalBytes, layout.End);
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void A_header_slot_holds_the_header_and_three_words_a_category(string name)
    {
        var geometry = Named(name);
        var layout = new HeapLayout(geometry, 8);

        Assert.True(1 << layout.HeaderShift >= 8 * (PageHeader.Words + (3 * geometry.FreeListMinimums.Count)));
    }

    [Theory]
    [MemberData(nameof(Geometries))]
    public void The_geometry_is_consistent(string name)
    {
        var geometry = Named(name);

        Assert.InRange(geometry.BucketsPerPage, 1, 64);
        Assert.Equal(0, geometry.PageBytes % 512);
        Assert.Equal(0, geometry.AreaStartBytes % 8);
        Assert.True(geometry.MaximumRegularObjectBytes <= geometry.AreaBytes);
        Assert.True(geometry.FreeListMinimums[0] >= 24);
        Assert.Equal(geometry.FreeListMinimums.Order(), geometry.FreeListMinimums);
    }

    [Fact]
    public void Node_20_has_the_area_that_was_measured() => Assert.Equal(257_720, Geometry.Node20.AreaBytes);

    private static Geometry Named(string name) => name switch
    {
        "classic" => Geometry.Classic,
        "tiny" => Geometry.Tiny,
        _ => Geometry.Node20,
    };
}
