using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Heap.Remembering;
using Xunit;

namespace ConcurrentGc.Tests.Heap.Remembering;

/// <summary>The list takes 4 entries of stores and keeps 16; pages have 64 words.</summary>
public sealed class StoreBufferTests : IDisposable
{
    private readonly SharedHeap _heap = new(Geometry.Tiny with
    {
        RememberedSet = RememberedSetKind.StoreBuffer,
        StoreBufferEntries = 4,
        KeptStoreBufferEntries = 16,
        StoreBufferTableEntries = 8,
    });

    private readonly long _page;

    public StoreBufferTests() => _page = _heap.Pages.Take(SpaceId.Old, 8);

    private StoreBuffer Buffer => _heap.StoreBuffer;

    public void Dispose() => _heap.Dispose();

    [Fact]
    public void Stores_append_without_a_look_and_duplicates_go_when_the_list_is_gone_through()
    {
        Insert(_page + 8, _page + 8, _page + 16);

        Assert.Equal([_page + 8, _page + 8, _page + 16], Buffer.Entries());

        Insert(_page + 8);

        Assert.Equal([_page + 8, _page + 16], Buffer.Entries());
        Assert.Equal((4, 2), (Buffer.State.Inserted, Buffer.State.Duplicates));
        Assert.Equal(4, Buffer.TakeUnpaid());
    }

    [Fact]
    public void What_the_tables_have_forgotten_stays_twice()
    {
        // Words 8, 16 and 24 of a page meet in the first table; the third one throws out what the tables knew of the first.
        Insert(_page + (8 * 8), _page + (16 * 8), _page + (25 * 8), _page + (8 * 8));
        var once = Buffer.Entries().Count();

        for (var word = 1; word < 64; word += 8)
        {
            Insert(_page + 512 + (8L * word));
        }

        Insert(_page + (8 * 8), _page + (8 * 8), _page + (8 * 8), _page + (8 * 8));
        Assert.True(once >= 3);
        Assert.InRange(Buffer.Entries().Count(slot => slot == _page + (8 * 8)), 1, 2);
    }

    [Fact]
    public void A_full_list_gives_up_the_pages_with_the_most_entries_and_keeps_the_others()
    {
        for (var word = 1; word <= 12; word++)
        {
            Insert(_page + (8L * word));
        }

        Insert(_page + 512 + 8, _page + 512 + 16, _page + 512 + 24, _page + 512 + 32);

        Assert.True(_heap.OldToNew.HasSlots(_page));
        Assert.DoesNotContain(Buffer.Entries(), slot => _heap.PageOf(slot) == _page);
        Assert.True(Buffer.State.Exempted > 0);
    }

    [Fact]
    public void Stores_into_an_exempt_page_insert_nothing()
    {
        _heap.Page(_page).OldToNewBuckets = 1;

        Insert(_page + 8, _page + 512 + 8);

        Assert.Equal([_page + 512 + 8], Buffer.Entries());
    }

    [Fact]
    public void A_scanned_page_with_few_slots_is_exempt_no_more_and_one_with_many_is_again()
    {
        _heap.Page(_page).OldToNewBuckets = 1;
        _heap.Page(_page + 512).OldToNewBuckets = 1;
        Buffer.BeginCollection();

        Buffer.BeginPage(_page);
        Buffer.Keep(_page + 8);
        Buffer.EndPage();
        Buffer.BeginPage(_page + 512);
        for (var word = 1; word < 30; word++)
        {
            Buffer.Keep(_page + 512 + (8L * word)); // more than the list can hold
        }

        Buffer.EndPage();

        Assert.Equal([_page + 8], Buffer.Entries());
        Assert.False(_heap.OldToNew.HasSlots(_page));
        Assert.True(_heap.OldToNew.HasSlots(_page + 512));
    }

    [Fact]
    public void However_many_slots_there_are_each_is_in_the_list_or_its_page_is_exempt()
    {
        for (var seed = 1UL; seed <= 50; seed++)
        {
            using var heap = new SharedHeap(_heap.Geometry);
            var page = heap.Pages.Take(SpaceId.Old, 8);
            var random = new SeededRandom(seed);
            var inserted = new HashSet<long>();
            for (var i = 0; i < 200; i++)
            {
                var slot = page + (8L * random.Next(1 + random.Next(512)));
                heap.StoreBuffer.Insert(slot);
                inserted.Add(slot);
            }

            var entries = heap.StoreBuffer.Entries().ToHashSet();
            Assert.All(inserted, slot => Assert.True(entries.Contains(slot) || heap.OldToNew.HasSlots(slot), $"seed {seed}"));
        }
    }

    private void Insert(params IEnumerable<long> slots)
    {
        foreach (var slot in slots)
        {
            Buffer.Insert(slot);
        }
    }
}
