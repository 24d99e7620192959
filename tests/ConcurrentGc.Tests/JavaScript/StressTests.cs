using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>Programs under a collector that moves everything all the time: they must not notice.</summary>
public sealed class StressTests
{
    public static TheoryData<string> Cases { get; } = [.. ProgramRun.Names("Cases")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_prints_the_same_with_a_collection_before_every_allocation(string name)
    {
        var source = File.ReadAllText(Path.Combine(ProgramRun.Folder, "Cases", name + ".js"));
        var expected = File.ReadAllText(Path.Combine(ProgramRun.Folder, "Cases", name + ".out"));
        foreach (var tier in (ReadOnlySpan<JavaScriptTier>)[JavaScriptTier.Turbofan, JavaScriptTier.Ignition])
        {
            var run = StressRun.Of(source, new JavaScriptOptions { Tier = tier }, interval: 1, fullEvery: 5, verifyEvery: 97);

            Assert.Equal(expected, run.Output);
            Assert.Equal(string.Empty, run.Error);
            Assert.Equal(0, run.ExitCode);
        }
    }

    [Fact]
    public void A_call_with_hundreds_of_arguments_leaves_no_stale_registers()
    {
        var (objects, numbers) = (string.Join(", ", Enumerable.Repeat("o", 900)), string.Join(", ", Enumerable.Repeat("1", 640)));
        var source = $$"""
            function mk(n) { return { n }; }
            function big(list, o) {
              mk(1);
              list.indexOf({{objects}});
              mk(2);
              return list.indexOf({{numbers}}, mk(mk(mk(3)))) + o.n.n;
            }
            for (let i = 0; i < 4; i++) console.log(big([mk(4)], mk(mk(i))));
            """;

        foreach (var tier in (ReadOnlySpan<JavaScriptTier>)[JavaScriptTier.Turbofan, JavaScriptTier.Ignition])
        {
            var run = StressRun.Of(source, new JavaScriptOptions { Tier = tier }, interval: 1, fullEvery: 5, verifyEvery: 1);

            Assert.Equal("-1\n0\n1\n2\n", run.Output);
        }
    }

    [Fact]
    public void Each_fifth_forced_collection_is_a_full_one()
    {
        var run = StressRun.Of("for (let i = 0; i < 10; i++) [i];", new JavaScriptOptions(), interval: 1, fullEvery: 5, verifyEvery: 1);

        Assert.Equal(
            [CycleKind.Scavenge, CycleKind.Scavenge, CycleKind.Scavenge, CycleKind.Scavenge, CycleKind.MarkCompact, CycleKind.Scavenge],
            run.Cycles.Take(6).Select(cycle => cycle.Kind));
    }
}
