using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Defects;
using ConcurrentGc.Orinoco.Hosting;
using Xunit;

namespace ConcurrentGc.Tests.Exploration.Hosting;

/// <summary>The memory model by itself: the programs with which papers tell memory models apart.</summary>
/// <remarks>An end is two registers a thread, then the words x, y, z. Sewell et al., CACM 2010, section 2.</remarks>
public sealed class StoreBufferModelTests
{
    [Fact]
    public void Store_buffering_lets_both_threads_read_the_old_word_and_nothing_else_does()
    {
        string[] programs = ["x=1; r0=y", "y=1; r0=x"];

        var (inOrder, buffered) = (TinyWorld.Search(false, programs), TinyWorld.Search(true, programs));

        Assert.Equal(["0010:110", "1000:110", "1010:110"], inOrder.Ends);
        Assert.Equal(["0000:110", "0010:110", "1000:110", "1010:110"], buffered.Ends);
        Assert.Equal((20, 45), (inOrder.States, buffered.States)); // as counted by hand
    }

    [Theory]
    [InlineData("x=1; fence; r0=y", "y=1; fence; r0=x", 0)]
    [InlineData("x=1; lock z; r0=y", "y=1; lock z; r0=x", 2)]
    public void A_fence_or_a_locked_instruction_between_store_and_load_forbids_it(string one, string other, int locks)
    {
        var (ends, _) = TinyWorld.Search(true, one, other);

        Assert.Equal([$"0010:11{locks}", $"1000:11{locks}", $"1010:11{locks}"], ends);
    }

    [Fact]
    public void One_thread_with_a_fence_is_not_enough() =>
        Assert.Equal("0000:110", TinyWorld.Search(true, "x=1; fence; r0=y", "y=1; r0=x").Ends[0]);

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Who_sees_the_flag_sees_the_message_as_stores_leave_in_their_order(bool hasBuffers)
    {
        var (ends, _) = TinyWorld.Search(hasBuffers, "x=1; y=1", "r0=y; r1=x");

        Assert.Equal(["0000:110", "0001:110", "0011:110"], ends);
    }

    [Fact]
    public void A_thread_sees_its_own_stores_before_others_do()
    {
        string[] programs = ["x=1; r0=x; r1=y", "y=1; r0=y; r1=x"];

        var (inOrder, buffered) = (TinyWorld.Search(false, programs), TinyWorld.Search(true, programs));

        Assert.Equal(["1011:110", "1110:110", "1111:110"], inOrder.Ends);
        Assert.Equal(["1010:110", "1011:110", "1110:110", "1111:110"], buffered.Ends);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void Stores_to_one_word_are_seen_in_their_order_also_when_the_buffer_is_full(bool hasBuffers)
    {
        var (ends, _) = TinyWorld.Search(hasBuffers, "x=1; x=2; x=3; x=4; x=5; x=6", "r0=x; r1=x");

        Assert.Equal(7 * 8 / 2, ends.Count);
        Assert.All(ends, end => Assert.True(end[2] <= end[3] && end[5] == '6', end));
    }

    [Fact]
    public void A_word_that_waits_and_is_owned_now_keeps_the_later_value()
    {
        var (ends, _) = TinyWorld.Search(true, "x=1; own x=2; r0=x", "r0=x");

        Assert.Equal(["2000:200", "2010:200", "2020:200"], ends);
    }

    [Fact]
    public void Helpers_have_none_and_without_a_counter_nobody_has()
    {
        using var heap = new SharedHeap(Geometry.Tiny);
        using var world = new TinyWorld(false, "x=1");

        Assert.Throws<ArgumentException>(() => new ExploreHost(heap).AddStoreBuffer(CoreGroup.Main(0)));
        Assert.Throws<ArgumentException>(() => world.Host.AddStoreBuffer(CoreGroup.Helpers));
    }

    [Fact]
    public void Who_is_told_to_stand_needs_the_fence_as_much_as_who_asks()
    {
        var test = new LitmusTest
        {
            Name = "two",
            Heap = "root g -> a; root m1-r0 -> a; root m1-r1 -> x; a old 1; x 1",
            Programs = [LitmusSyntax.Parse("scavenge"), LitmusSyntax.Parse("r0.0 = r1; r1 = null; r2 = r0; r3 = r0")],
            Memory = MemoryModel.Tso,
        };
        using var broken = new LitmusWorld(test with { Defect = Defect.HandshakeWithoutFence });

        var found = BreadthFirstSearch.Run(broken.Space, new FingerprintedStates(), new SearchLimits());
        var sound = new WalkSearch(() => new LitmusWorld(test), new SearchLimits()).Run();

        Assert.Equal((Verdict.Violated, 33), (found.Verdict, found.Schedule.Count));
        Assert.Equal((Verdict.Safe, 2_559), (sound.Verdict, sound.States));
    }

    [Fact]
    public void Both_ways_to_search_meet_the_same_states_with_buffers_too()
    {
        var test = new LitmusTest
        {
            Name = "lost-object",
            Heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a",
            Programs = [LitmusSyntax.Parse("mark; r1 = r0.0; r0.0 = null; r0.1 = r1; r1 = null; collect")],
            Barrier = BarrierKind.DijkstraStoreShade,
            Memory = MemoryModel.Tso,
        };
        using var world = new LitmusWorld(test);

        var written = DepthFirstSearch.Run(world.Space, new FingerprintedStates(), new SearchLimits());
        var undone = new WalkSearch(() => new LitmusWorld(test), new SearchLimits()).Run();

        Assert.Equal((Verdict.Safe, 8_830), (undone.Verdict, undone.States));
        Assert.Equal((undone.Verdict, undone.States), (written.Verdict, written.States));
    }
}
