using System.Globalization;
using System.Text;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Orinoco.Worlds;
using ConcurrentGc.Tests.Experiments.Workloads;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Traces;

public sealed class TraceProgramTests
{
    private const string Head = "orinoco-trace 1\n";

    private static WorldSettings Forced => SyntheticRun.Fixed(4) with { VerifyHeap = true, CollectionInterval = 50, ForcedFullEvery = 3 };

    [Theory]
    [InlineData("a 1 16\na 2 16\n", 2)]
    [InlineData("a 1 16\na 2 16\nh\n", 0)]
    [InlineData("a 1 16\nr 0 1\nh\n", 1)]
    [InlineData("a 1 16\nr 0 1\nh\nr 0 0\n", 0)]
    [InlineData("p 1 24\na 2 16\ns 1 2 2\nr 5 1\nh\nd 2\n", 2)]
    [InlineData("p 1 24\na 2 16\ns 1 2 2\nr 5 1\nh\ns 1 2 0\n", 1)]
    [InlineData("c 3\na 1 16\nl 2 1\nh\nc 1\na 2 16\nl 0 2\nh\n", 2)]
    [InlineData("c 3\na 1 16\nl 2 1\nh\nc 1\na 2 16\nl 0 2\nh\nx\n", 1)]
    [InlineData("c 3\na 1 16\nl 2 1\nh\nc 1\na 2 16\nl 0 2\nh\nx\nx\n", 0)]
    [InlineData("# a comment\n\ng 24\ng 200000 3\nw 1000\n", 0)]
    [InlineData("a 0 200000\n", 1)]
    public void What_holds_an_object_keeps_it_and_nothing_else_does(string text, long expected)
    {
        var run = TraceRun.Of(Head + text);

        Assert.Null(run.Problem);
        Assert.Equal(expected, run.ReachableObjects);
    }

    [Fact]
    public void A_name_follows_its_object_through_every_kind_of_collection_and_ends_with_it()
    {
        // Objects of different sizes in a list of pointers, the odd ones are let go; then garbage until they are old.
        const int objects = 200;
        var text = new StringBuilder(Head + "o 0\n").Append("p 1 4096\nr 0 1\n");
        for (var name = 2; name <= objects; name++)
        {
            text.Append(CultureInfo.InvariantCulture, $"p {name} {16 + (name * 8)}\ns 1 {name} {name}\n");
        }

        text.Append(CultureInfo.InvariantCulture, $"a {objects + 1} 300000\ns 1 400 {objects + 1}\nh\ng 64 500\n");
        for (var name = 3; name <= objects; name += 2)
        {
            text.Append(CultureInfo.InvariantCulture, $"s 1 {name} 0\n");
        }

        var run = TraceRun.Of(text.Append("g 64 2000\n").ToString(), Forced);

        Assert.Null(run.Problem);
        Assert.Contains(run.Run.Cycles, cycle => cycle.Kind == CycleKind.MarkCompact);
        Assert.Contains(run.Run.Cycles, cycle => cycle.Kind == CycleKind.Scavenge);
        Assert.All(
            Enumerable.Range(2, objects - 1),
            name => Assert.Equal(name % 2 == 0 ? 16 + (name * 8) : 0, run.BytesByName[name]));
        Assert.Equal(300_000, run.BytesByName[objects + 1]);
    }

    [Theory]
    [InlineData("z 1 2", "found the operation 'z', allowed: a, p, g, s, r, c, l, x, h, d, w")]
    [InlineData("a 1", "found 1 numbers after 'a', allowed: 2")]
    [InlineData("a 1 2 3 4", "found 'a 1 2 3 4', allowed: a letter and up to three whole numbers, each after one space")]
    [InlineData("a  1 16", "found 'a  1 16', allowed: a letter and up to three whole numbers, each after one space")]
    [InlineData("a 1 16 ", "found 'a 1 16 ', allowed: a letter and up to three whole numbers, each after one space")]
    [InlineData("a 1 -16", "found 'a 1 -16', allowed: a letter and up to three whole numbers, each after one space")]
    [InlineData("a 1 99999999999999999999999999", "found 'a 1 99999999999999999999999999', allowed: a letter and up to three whole numbers, each after one space")]
    [InlineData("a 1 20", "bytes: found 20, allowed: a multiple of 8 from 16 to 4294967296")]
    [InlineData("a 268435456 16", "name: found 268435456, allowed: 0 to 268435455")]
    [InlineData("g 8", "bytes: found 8, allowed: a multiple of 8 from 16 to 4294967296")]
    [InlineData("g 16 0", "count: found 0, allowed: 1 to 9223372036854775807")]
    [InlineData("s 1 1 2", "name: found 1, allowed: the name of an object that lives")]
    [InlineData("s 8 2 7", "slot: found 2, allowed: 1 to 1")]
    [InlineData("s 8 0 7", "slot: found 0, allowed: 1 to 1")]
    [InlineData("s 8 1 9", "name: found 9, allowed: the name of an object that lives")]
    [InlineData("s 7 1 8", "name: found 7, an object without pointers, allowed: one that was allocated by 'p'")]
    [InlineData("r 0 9", "name: found 9, allowed: the name of an object that lives")]
    [InlineData("r 16777216 7", "root: found 16777216, allowed: 0 to 16777215")]
    [InlineData("l 0 7", "local: found 0, allowed: none")]
    [InlineData("x", "found a return, allowed: one after each call")]
    [InlineData("c 99999999", "words of frames: found 99999999, allowed: 0 to 16777214")]
    [InlineData("d 99", "name: found 99, allowed: 1 to 8")]
    public void A_line_that_cannot_be_followed_is_named_with_its_place(string line, string expected)
    {
        var run = TraceRun.Of($"{Head}a 7 16\np 8 16\n{line}\n");

        Assert.EndsWith($":4: {expected}", run.Problem, StringComparison.Ordinal);
        Assert.Equal(1, run.Run.CountOf(EventKind.Unsupported));
    }

    [Fact]
    public void A_last_line_without_its_end_does_not_count()
    {
        Assert.Equal(1, TraceRun.Of($"{Head}a 1 16\na 2 1").ReachableObjects);
        Assert.Equal(1, TraceRun.Of($"{Head}a 1 16\na 2 16").ReachableObjects);
    }

    [Fact]
    public void Lines_that_lie_across_the_pieces_that_are_read_are_whole()
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < 200_000; i++)
        {
            text.Append("g 16 1\n# x\n"); // 11 bytes: pieces of a megabyte end inside
        }

        var run = TraceRun.Of(text.Append("a 1 16\n").ToString(), SyntheticRun.Fixed(4));

        Assert.Equal((1, null), (run.ReachableObjects, run.Problem));
        Assert.InRange(run.Run.Cycles.Count, 2, 4);
    }

    [Fact]
    public void A_trace_that_keeps_more_than_the_heap_has_runs_out_of_memory()
    {
        var text = new StringBuilder(Head);
        for (var i = 0; i < 4000; i++)
        {
            text.Append("a 0 8192\n");
        }

        Assert.True(TraceRun.Of(text.ToString(), SyntheticRun.Fixed(4) with { MaximumOldBytes = 16 << 20 }).Run.IsOutOfMemory);
    }
}
