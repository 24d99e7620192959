using ConcurrentGc.JavaScript.Loading;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed class ProgramTests
{
    // Outputs of Node 20 for the same arguments.
    [Theory]
    [InlineData("binarytrees 10", "135854")]
    [InlineData("buffers 400 4096 60", "-1470698686")]
    [InlineData("cache-leak map 6 80 40 8", "225616")]
    [InlineData("cache-leak weak 6 80 40 8", "225616")]
    [InlineData("cache-leak ref 6 80 40 8", "225616")]
    [InlineData("fifo 400 20000", "-1473020477")]
    [InlineData("finalizer 8 40 20 8", "320 190 0 0")]
    [InlineData("frame 40 400 200", "-1370941297")]
    [InlineData("gcbench 10 8 2000 4 8", "1180")]
    [InlineData("large 40 100 900", "393459240")]
    [InlineData("lru 400 20000 1500", "-692894358")]
    [InlineData("rewire 800 40000", "287694907")]
    [InlineData("server 4000 300 600", "-1372685802")]
    [InlineData("splay 200 2000", "-484242069")]
    public void A_reference_program_prints_the_checksum_of_Node_in_both_tiers(string command, string checksum)
    {
        var words = command.Split(' ');
        foreach (var tier in (ReadOnlySpan<JavaScriptTier>)[JavaScriptTier.Turbofan, JavaScriptTier.Ignition])
        {
            var run = ProgramRun.OfFile(Path.Combine("Programs", words[0] + ".js"), new JavaScriptOptions { Tier = tier, Arguments = words[1..] });

            Assert.Equal($"{words[0]} {checksum}\n", run.Output);
            Assert.Equal(0, run.ExitCode);
        }
    }

    [Fact]
    public void An_uncaught_error_ends_with_its_trace_and_code_1()
    {
        const string source = "class A {\n  m(o) { return o.x; }\n}\nfunction f() { new A().m(null); }\nf();\n";

        var run = ProgramRun.OfText(source, new JavaScriptOptions());

        Assert.Equal(1, run.ExitCode);
        Assert.Equal(
            "program.js:2\n  m(o) { return o.x; }\n                  ^\n\nTypeError: Cannot read properties of null (reading 'x')\n"
            + "    at A.m (program.js:2:19)\n    at f (program.js:4:24)\n    at Object.<anonymous> (program.js:5:1)\n",
            run.Error);
    }

    [Fact]
    public void The_program_s_own_exit_code_passes_through() =>
        Assert.Equal(7, ProgramRun.OfText("process.exit(7);", new JavaScriptOptions()).ExitCode);

    [Theory]
    [InlineData(984, 10_000, 16_000)]
    [InlineData(100, 1_000, 1_700)]
    public void The_stack_holds_as_many_simple_frames_as_Node_s(int kilobytes, int least, int most)
    {
        const string source = "let d = 0; function g() { d++; g(); } try { g(); } catch (e) { console.log(d); }";

        var run = ProgramRun.OfText(source, new JavaScriptOptions { StackKilobytes = kilobytes });

        Assert.InRange(int.Parse(run.Output, System.Globalization.CultureInfo.InvariantCulture), least, most);
    }

    [Fact]
    public void Performance_now_has_fractions_and_Date_now_has_none() =>
        Assert.Equal("1.234567 1\n", ProgramRun.OfText("console.log(performance.now(), Date.now());", new JavaScriptOptions()).Output);

    [Fact]
    public void Random_numbers_depend_on_the_seed_alone()
    {
        string Draw(long seed) => ProgramRun.OfText("console.log(Math.random(), Math.random());", new JavaScriptOptions { Seed = seed }).Output;

        Assert.Equal(Draw(5), Draw(5));
        Assert.NotEqual(Draw(5), Draw(6), StringComparer.Ordinal);
    }
}
