using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Mutating;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>What the cases that Node runs too cannot show: frames, failures, limits. The world is 1.234567 ms old.</summary>
public sealed class EventLoopTests
{
    [Fact]
    public void Callbacks_of_a_frame_run_together_sixty_times_a_second_and_get_its_time() => Prints(
        """
        let n = 0;
        function draw(time) {
          console.log(time.toFixed(3), performance.now().toFixed(3), Date.now());
          if (++n < 3) requestAnimationFrame(draw);
        }
        requestAnimationFrame(draw);
        requestAnimationFrame((time) => console.log('second', time.toFixed(3)));
        """,
        "16.667 16.667 16\nsecond 16.667\n33.333 33.333 33\n50.000 50.000 50\n");

    [Fact]
    public void A_canceled_frame_callback_does_not_run_and_the_program_ends() => Prints(
        """
        const first = requestAnimationFrame(() => { console.log('one'); cancelAnimationFrame(second); });
        const second = requestAnimationFrame(() => console.log('two'));
        cancelAnimationFrame(requestAnimationFrame(() => console.log('three')));
        console.log(typeof first, first !== second);
        """,
        "number true\none\n");

    [Fact]
    public void A_program_that_Node_runs_too_asks_whether_there_are_frames() => Prints(
        "console.log(typeof requestAnimationFrame, typeof setTimeout);", "function function\n");

    [Fact]
    public void An_error_that_a_callback_throws_ends_the_program_with_a_trace_that_ends_at_the_callback()
    {
        const string source = "setTimeout(function tick() {\n  throw new Error('late');\n}, 1);\nsetInterval(() => console.log('x'), 5);\n";

        var run = ProgramRun.OfText(source, new JavaScriptOptions());

        Assert.Equal((1, ProgramEnd.UncaughtException, string.Empty), (run.ExitCode, run.End, run.Output));
        Assert.Equal(
            "program.js:2\n  throw new Error('late');\n  ^\n\nError: late\n    at tick (program.js:2:9)\n",
            run.Error);
    }

    [Fact]
    public void A_callback_can_end_the_program_at_once()
    {
        var run = ProgramRun.OfText(
            "setInterval(() => console.log('x'), 2); setTimeout(() => process.exit(4), 5); process.nextTick(() => console.log('t'));",
            new JavaScriptOptions());

        Assert.Equal((4, "t\nx\nx\n"), (run.ExitCode, run.Output));
    }

    [Theory]
    [InlineData("setTimeout(() => {}, 1, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17);", "more than 16 arguments of a callback")]
    [InlineData("setTimeout(() => {}, 1).refresh();", "Timeout.refresh")]
    [InlineData("setImmediate(() => {}).unref();", "Immediate.unref")]
    [InlineData("new (setTimeout(() => {}, 1).constructor)();", "is not a constructor")]
    public void What_the_event_loop_has_not_ends_the_program_with_its_name(string source, string name)
    {
        var run = ProgramRun.OfText(source, new JavaScriptOptions());

        Assert.Contains(name, run.Unsupported ?? run.Error, StringComparison.Ordinal);
        Assert.NotEqual(ProgramEnd.Completed, run.End);
    }

    private static void Prints(string source, string expected)
    {
        foreach (var tier in (ReadOnlySpan<JavaScriptTier>)[JavaScriptTier.Turbofan, JavaScriptTier.Ignition])
        {
            var run = ProgramRun.OfText(source, new JavaScriptOptions { Tier = tier }, interval: 3);

            Assert.Equal((expected, string.Empty, 0), (run.Output, run.Error, run.ExitCode));
        }
    }
}
