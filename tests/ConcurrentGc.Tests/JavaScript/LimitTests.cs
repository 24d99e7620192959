using System.Globalization;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Worlds;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed class LimitTests
{
    [Theory]
    [InlineData("console.log(", "1+", 400_000, "1)")]
    [InlineData("let x = 1; console.log(", "x+", 400_000, "x)")]
    [InlineData("const o = {}; o", ".a", 400_000, "")]
    [InlineData("const f = () => f; f", "()", 400_000, "")]
    [InlineData("let x; ", "x = ", 100_000, "1")]
    [InlineData("let f = 0; ", "f ? 1 : ", 100_000, "2")]
    [InlineData("", "{", 100_000, "")]
    [InlineData("", "(", 100_000, "")]
    [InlineData("", "[", 100_000, "")]
    [InlineData("", "if (1) ; else ", 100_000, ";")]
    public void A_program_that_is_too_deep_is_refused(string before, string part, int times, string after)
    {
        var source = before + string.Concat(Enumerable.Repeat(part, times)) + after;

        var refusal = Assert.Throws<JavaScriptLoadException>(() => ProgramRun.OfText(source, new JavaScriptOptions()));

        Assert.Contains("nested too deeply", refusal.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("let v", "=1;", 100_000)]
    [InlineData("var v", ";", 40_000)]
    public void A_function_with_too_many_variables_is_refused(string before, string after, int count)
    {
        var source = string.Concat(Enumerable.Range(0, count).Select(i => before + i.ToString(CultureInfo.InvariantCulture) + after));

        var refusal = Assert.Throws<JavaScriptLoadException>(() => ProgramRun.OfText(source, new JavaScriptOptions()));

        Assert.Contains("32,767 variables", refusal.Diagnostics[0].Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Large_literals_come_on_top_of_the_start_up_heap()
    {
        using var heap = new SharedHeap(Geometry.Node20);
        heap.New.SetUp(4);
        var tables = new WorldTables();
        var source = string.Concat(Enumerable.Range(0, 30).Select(i => $"const s{i} = '{new string((char)('a' + i % 26), 100_000)}{i}';"));
        var program = JavaScriptProgram.Load(heap, tables, "program.js", source, new JavaScriptOptions());
        var literals = program.LiteralBytes(tables);

        new StartupHeap(heap, new StartupSizes(500_000, 1_000, 0, 0, 0, 0, 0, 0, 0, 0)).Fill(literals);

        Assert.InRange(literals, 3_000_000, 3_010_000);
        Assert.Equal(500_000 + literals - (32 * 1024), heap.Old.ObjectBytes);
    }

    [Fact]
    public void A_program_that_makes_too_many_shapes_is_ended()
    {
        var run = ProgramRun.OfText("for (let i = 0; i < 70000; i++) { const f = function () { }; new f(); }", new JavaScriptOptions());

        Assert.Contains("more than 131,072 shapes of objects", run.Unsupported, StringComparison.Ordinal);
    }
}
