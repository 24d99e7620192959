using System.Runtime.InteropServices;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Heap.Words;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Verifying;

public sealed class HeapVerifierTests
{
    public static TheoryData<string> Defects => [.. HeapDefects.All.Keys];

    public static TheoryData<string> Geometries => ["tiny", "node20", "classic"];

    [Theory]
    [MemberData(nameof(Geometries))]
    public void A_whole_heap_has_no_violation(string geometry)
    {
        using var drawn = DrawnHeap.Draw(HeapDefects.Picture, Named(geometry));

        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());
    }

    [Theory]
    [MemberData(nameof(Defects))]
    public void A_broken_rule_is_reported_by_its_name(string defect)
    {
        var (rule, breakIt) = HeapDefects.All[defect];
        using var drawn = DrawnHeap.Draw(HeapDefects.Picture);

        breakIt(drawn);

        Assert.Contains(rule, new HeapVerifier(drawn.Heap).Verify().Select(each => each.Rule));
    }

    [Fact]
    public void Every_rule_has_a_defect_that_breaks_it() =>
        Assert.Equal(Enum.GetValues<HeapRule>().Order(), HeapDefects.All.Values.Select(each => each.Rule).Distinct().Order());

    [Fact]
    public void A_heap_without_pages_is_whole()
    {
        using var heap = new ConcurrentGc.Heap.SharedHeap(Geometry.Tiny);

        Assert.Empty(new HeapVerifier(heap).Verify());
    }

    [Fact]
    public void A_page_to_be_swept_is_read_through_its_marks()
    {
        using var drawn = DrawnHeap.Draw(HeapDefects.Picture);
        HeapDefects.MakePending(drawn);
        drawn.Heap.Owned(drawn["a"] + 64) = -1; // nothing is claimed of words between marked objects

        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());
    }

    [Fact]
    public void A_pointer_to_an_unmarked_object_of_a_page_to_be_swept_is_dangling()
    {
        using var drawn = DrawnHeap.Draw("root -> a; root -> b; a old; b old");
        HeapDefects.MakePending(drawn, liveBytes: 16);

        var violation = Assert.Single(new HeapVerifier(drawn.Heap).Verify());

        Assert.Equal((HeapRule.PointerTarget, drawn["b"]), (violation.Rule, violation.Actual));
    }

    [Fact]
    public void A_stale_remembered_slot_that_holds_an_old_pointer_is_allowed()
    {
        using var drawn = DrawnHeap.Draw(HeapDefects.Picture);
        drawn.Heap.Owned(drawn.Slot("a", 0)) = Tagged.FromAddress(drawn["c"]);

        Assert.Empty(new HeapVerifier(drawn.Heap).Verify());
    }

    [Fact]
    public void Verification_changes_no_word()
    {
        using var drawn = DrawnHeap.Draw(HeapDefects.Picture);
        var before = Words(drawn);

        new HeapVerifier(drawn.Heap).Verify();

        Assert.Equal(before, Words(drawn));
    }

    [Fact]
    public void A_verifier_can_be_used_again_after_the_heap_grew()
    {
        using var drawn = DrawnHeap.Draw(HeapDefects.Picture);
        var verifier = new HeapVerifier(drawn.Heap);
        Assert.Empty(verifier.Verify());

        drawn.Heap.New.TryGrow(8);
        drawn.Heap.Old.TryAddFreshPage();

        Assert.Empty(verifier.Verify());
    }

    [Fact]
    public void A_failed_check_names_rule_page_address_and_both_values()
    {
        using var drawn = DrawnHeap.Draw("root -> a; a old");
        drawn.Heap.Old.State.AllocatedBytes += 8;

        var failure = Assert.Throws<CheckFailedException>(() => new HeapVerifier(drawn.Heap).Check());

        Assert.Equal(
            $"heap verification failed: SpaceBytes: page 0x0, address 0x{drawn.Heap.Old.LockAddress:x}: 0x208 vs. 0x200.",
            failure.Message);
    }

    [Fact]
    public void A_flood_of_violations_is_cut_off()
    {
        using var drawn = DrawnHeap.Draw("root -> a; a large 400; a.399 = 1");
        for (var field = 0; field < 400; field++)
        {
            drawn.Heap.Owned(drawn.Slot("a", field)) = Tagged.FromAddress(8);
        }

        Assert.Equal(HeapVerifier.MaximumViolations, new HeapVerifier(drawn.Heap).Verify().Count);
    }

    private static long[] Words(DrawnHeap drawn) =>
        MemoryMarshal.CreateReadOnlySpan(ref drawn.Heap.Owned(0), (int)(drawn.Heap.Layout.End / 8)).ToArray();

    private static Geometry Named(string name) => name switch
    {
        "classic" => Geometry.Classic,
        "tiny" => Geometry.Tiny,
        _ => Geometry.Node20,
    };
}
