using System.Text.Json;
using ConcurrentGc.Experiments.Running;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class ExitCodeTests
{
    [Theory]
    [InlineData(ProgramOutcome.Completed, 0, 0)]
    [InlineData(ProgramOutcome.Completed, 42, 42)]
    [InlineData(ProgramOutcome.UncaughtException, 0, 1)]
    [InlineData(ProgramOutcome.OutOfMemory, 0, 3)]
    [InlineData(ProgramOutcome.Unsupported, 0, 64)]
    [InlineData(ProgramOutcome.Failed, 0, 70)]
    [InlineData(ProgramOutcome.Interrupted, 0, 130)]
    public void Each_outcome_has_its_code(ProgramOutcome outcome, int program, int expected)
    {
        var engine = new ReplayEngine { Outcome = outcome, ProgramExitCode = program };

        Assert.Equal(expected, Command.Run("run gcbench", engine).Code);
        Assert.Equal(expected, Command.Run("run gcbench --json", engine).Code);
    }

    [Fact]
    public void A_refused_program_is_one_line()
    {
        var engine = new ReplayEngine { Outcome = ProgramOutcome.Unsupported, ErrorText = "a.js:3:7: for-in is not supported", Rows = [], VirtualNanoseconds = 0 };

        Assert.Equal("orinoco: a.js:3:7: for-in is not supported\n", Command.Run("run gcbench", engine).Error);
    }

    [Fact]
    public void What_a_program_did_before_it_needed_what_is_not_supported_is_shown()
    {
        var engine = new ReplayEngine { Outcome = ProgramOutcome.Unsupported, ErrorText = "a.js:3:7: map is not supported" };

        Assert.StartsWith(
            "orinoco: a.js:3:7: map is not supported\n\ngcbench: unsupported, exit code 64",
            Command.Run("run gcbench", engine).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_trace_of_the_program_is_shown_as_it_is_and_the_summary_follows()
    {
        var engine = new ReplayEngine { Outcome = ProgramOutcome.UncaughtException, ProgramError = "RangeError: deep\n    at f\n" };

        Assert.StartsWith(
            "RangeError: deep\n    at f\n\ngcbench: uncaught-exception, exit code 1",
            Command.Run("run gcbench", engine).Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void What_was_computed_before_an_interruption_is_shown()
    {
        var run = Command.Run("run gcbench", new ReplayEngine { Failure = new OperationCanceledException() });

        Assert.Equal(130, run.Code);
        Assert.Contains("gcbench: interrupted, exit code 130", run.Error, StringComparison.Ordinal);
        Assert.Contains("Scavenge", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_failure_inside_the_engine_is_a_line_and_a_code()
    {
        var run = Command.Run("run gcbench", new ReplayEngine { Failure = new InvalidOperationException("broken\nhere") });

        Assert.Equal(70, run.Code);
        Assert.StartsWith("orinoco: InvalidOperationException: broken here\n", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_says_how_a_run_failed()
    {
        var run = Command.Run("run gcbench --json", new ReplayEngine { Failure = new InvalidOperationException("broken") });

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("failed", document.RootElement.GetProperty("outcome").GetString());
        Assert.Equal("InvalidOperationException: broken", document.RootElement.GetProperty("error").GetString());
    }

    [Fact]
    public void A_record_of_an_interrupted_run_is_complete()
    {
        var path = Path.GetTempFileName();
        Command.Run(["run", "gcbench", "--gc-csv", path], new ReplayEngine { Failure = new OperationCanceledException() });

        Assert.Equal(61, File.ReadLines(path).Count());
        File.Delete(path);
    }
}
