using ConcurrentGc.Experiments.Fragmentation;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Fragmentation;

public sealed class MemoryModelTests
{
    public static TheoryData<string> Segments => ["First", "Best", "Next"];

    [Fact]
    public void Paging_wastes_the_rest_of_the_last_frame_and_uses_every_free_frame()
    {
        var model = new PagingModel(64);
        var first = model.Place(72);
        model.Place(64);

        Assert.Equal((192, 192), (model.ReservedBytes, model.GrantedBytes));

        model.Free(first, 72);
        model.Place(128);
        Assert.Equal((192, 192, 0), (model.ReservedBytes, model.GrantedBytes, model.LargestFreeBytes));
    }

    [Theory]
    [InlineData("First", 0)]
    [InlineData("Best", 176)]
    [InlineData("Next", 272)]
    public void A_segment_goes_where_its_policy_says(string policy, long expected)
    {
        // Holes of 64 at 0, of 48 at 176 and of 64 at 272; the last one used ends at 272.
        var model = Model(policy);
        var addresses = new long[] { 64, 112, 48, 48, 64, 16 }.Select(model.Place).ToArray();
        Assert.Equal([0, 64, 176, 224, 272, 336], addresses);
        model.Free(176, 48);
        Assert.Equal(176, model.Place(48));
        model.Free(224, 48);
        Assert.Equal(224, model.Place(48));
        model.Free(0, 64);
        model.Free(176, 48);
        model.Free(272, 64);

        Assert.Equal(expected, model.Place(48));
    }

    [Theory]
    [MemberData(nameof(Segments))]
    public void Neighboring_holes_become_one_and_the_last_is_given_back(string policy)
    {
        var model = Model(policy);
        var addresses = new long[] { 32, 32, 32, 32 }.Select(model.Place).ToArray();
        model.Free(addresses[0], 32);
        model.Free(addresses[2], 32);
        model.Free(addresses[1], 32);

        Assert.Equal((128, 96, 32), (model.ReservedBytes, model.LargestFreeBytes, model.GrantedBytes));

        model.Free(addresses[3], 32);
        Assert.Equal((0, 0, 0), (model.ReservedBytes, model.LargestFreeBytes, model.GrantedBytes));
    }

    [Theory]
    [MemberData(nameof(Segments))]
    public void Segments_never_overlap_and_all_bytes_are_accounted_for(string policy)
    {
        const ulong seed = 7;
        var random = new SeededRandom(seed);
        var model = Model(policy);
        var live = new List<(long Address, long Bytes)>();
        for (var step = 0; step < 20_000; step++)
        {
            if (live.Count > 0 && random.Next(100) < 48)
            {
                var index = random.Next(live.Count);
                model.Free(live[index].Address, live[index].Bytes);
                live.RemoveAt(index);
            }
            else
            {
                var bytes = 8L * (2 + random.Next(random.Next(20) == 0 ? 2000 : 40));
                live.Add((model.Place(bytes), bytes));
            }

            if (step % 500 == 0)
            {
                var end = 0L;
                var largest = 0L;
                foreach (var (address, bytes) in live.OrderBy(segment => segment.Address))
                {
                    Assert.True(address >= end, $"seed {seed}, step {step}");
                    largest = Math.Max(largest, address - end);
                    end = address + bytes;
                }

                Assert.Equal((end, largest, live.Sum(segment => segment.Bytes)), (model.ReservedBytes, model.LargestFreeBytes, model.GrantedBytes));
            }
        }
    }

    [Theory]
    [InlineData(16, 16)]
    [InlineData(24, 32)]
    [InlineData(64, 64)]
    [InlineData(72, 80)]
    [InlineData(136, 160)]
    [InlineData(1032, 1280)]
    [InlineData(32768, 32768)]
    [InlineData(32776, 36864)]
    public void A_pool_rounds_sizes_up_to_classes(long bytes, long expected)
    {
        var model = new PoolModel();
        model.Place(bytes);

        Assert.Equal(expected, model.GrantedBytes);
    }

    [Fact]
    public void A_slab_of_a_pool_stays_with_its_class()
    {
        var model = new PoolModel();
        model.Free(model.Place(64), 64);
        model.Place(128);

        Assert.Equal((131072, 128, 128), (model.ReservedBytes, model.GrantedBytes, model.LargestFreeBytes));
    }

    private static SegmentationModel Model(string policy) => new(Enum.Parse<FitPolicy>(policy));
}
