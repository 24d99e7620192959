using System.Globalization;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Footprint;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>What a program is told about memory.</summary>
public sealed class MemoryQuestionTests
{
    private static readonly ProcessSettings _container = new() { PhysicalBytes = 1L << 32, IsConstrained = true, HeapLimitBytes = 3L << 30 };

    [Fact]
    public void The_heap_is_smaller_than_the_process_and_grows_with_what_is_allocated() => Prints(
        """
        const before = process.memoryUsage();
        const list = [];
        for (let i = 0; i < 1000; i++) list.push({ i });
        const after = process.memoryUsage();
        console.log(after.rss > after.heapTotal, after.heapTotal >= after.heapUsed, after.heapUsed - before.heapUsed > 32000);
        console.log(before.external > before.arrayBuffers, process.memoryUsage.rss() === process.memoryUsage().rss);
        """,
        "true true true\ntrue true\n");

    [Fact]
    public void A_deep_stack_is_a_part_of_the_resident_set()
    {
        const string source = """
            function deep(n) { return n === 0 ? process.memoryUsage.rss() : deep(n - 1); }
            const flat = deep(0);
            console.log(deep(5000) - flat);
            """;

        var run = ProgramRun.OfText(source, new JavaScriptOptions());

        // Node's frames of such a function are about eighty bytes.
        Assert.InRange(int.Parse(run.Output, CultureInfo.InvariantCulture), 300_000, 700_000);
    }

    [Fact]
    public void Spaces_have_the_names_and_fields_of_Node_and_sum_up_to_the_heap() => Prints(
        """
        const v8 = require('v8');
        const spaces = v8.getHeapSpaceStatistics();
        const heap = v8.getHeapStatistics();
        let size = 0;
        for (let i = 0; i < spaces.length; i++) size += spaces[i].space_size;
        console.log(spaces.length, spaces[1].space_name, size === heap.total_heap_size, heap.heap_size_limit);
        console.log(heap.used_heap_size < heap.total_heap_size, heap.number_of_native_contexts, spaces[2].space_used_size > 0);
        """,
        "9 new_space true 3221225472\ntrue 1 true\n");

    [Fact]
    public void A_constrained_process_knows_its_limit() => Prints(
        """
        const os = require('node:os');
        console.log(os.totalmem(), process.constrainedMemory(), os.freemem() === process.availableMemory());
        console.log(os.totalmem() - os.freemem() === process.memoryUsage.rss());
        """,
        "4294967296 4294967296 true\ntrue\n");

    [Fact]
    public void A_process_that_is_not_constrained_says_what_Node_says()
    {
        var run = ProgramRun.OfText("console.log(process.constrainedMemory());", new JavaScriptOptions());

        Assert.Equal("18446744073709552000\n", run.Output);
    }

    private static void Prints(string source, string expected)
    {
        foreach (var tier in (ReadOnlySpan<JavaScriptTier>)[JavaScriptTier.Turbofan, JavaScriptTier.Ignition])
        {
            var run = ProgramRun.OfText(source, new JavaScriptOptions { Tier = tier, Process = _container }, interval: 2);

            Assert.Equal((expected, string.Empty, 0), (run.Output, run.Error, run.ExitCode));
        }
    }
}
