using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Worlds;

/// <summary>Worlds over a heap whose old spaces go by content. The verifier sees that no data space holds a pointer.</summary>
public sealed class SpacesByContentTests
{
    private const int Operations = 3_000;

    private static Geometry Pages { get; } = Geometry.Tiny with { ReservedPages = 2048, SideBytes = 1 << 20, HasSpacesByContent = true };

    [Theory]
    [InlineData(0)]
    [InlineData(2)]
    public void What_becomes_old_goes_to_the_space_of_its_content_and_each_role_makes_one_shared_access_a_step(int helpers)
    {
        for (var seed = 1UL; seed <= 5; seed++)
        {
            var settings = new WorldSettings
            {
                Geometry = Pages,
                Helpers = helpers,
                InitialSemispaceBytes = 2 * Pages.PageBytes,
                MaximumSemispaceBytes = 4 * Pages.PageBytes,
                MaximumOldBytes = 512 * Pages.PageBytes,
                InitialOldBytes = 4 * Pages.PageBytes,
                MinimumBytesForMarking = 0,
                VerifyHeap = true,
            };
            var counter = new AccessCounter();
            using var heap = new SharedHeap(Pages, counter);
            heap.New.SetUp(2);

            var run = WorldRun.Of<RandomProgram>(
                WorldHost.Steps,
                heap,
                settings,
                seed,
                _ => [new RandomProgram(heap, Operations, seed, largestWords: 12, largeEvery: 40, rawEvery: 3)],
                counter);

            Assert.True(run.Cycles.Any(cycle => cycle.Kind == CycleKind.MarkCompact), $"seed {seed}");
            Assert.True(heap.OldData.State.PageNumber > 0 && heap.Old.State.PageNumber > 0, $"seed {seed}");
        }
    }
}
