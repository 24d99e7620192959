using System.Text.Json;
using System.Text.RegularExpressions;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Experiments.Recording;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Experiments;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed partial class OutputTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void Help_is_the_approved_text()
    {
        var help = Command.Run("--help");

        Assert.Equal((0, ""), (help.Code, help.Error));
        Golden.Matches("help", help.Output);
        Assert.All(help.Output.Split('\n'), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Each_command_has_a_help_of_its_own_with_usage_flags_examples_and_exit_codes()
    {
        var texts = CommandDescriptions.All.Select(command => Command.Run($"{command.Name} --help")).ToList();

        Assert.All(texts, help => Assert.Equal((0, ""), (help.Code, help.Error)));
        Golden.Matches("help-of-commands", string.Join("\n────\n\n", texts.Select(help => help.Output)));
        Assert.All(texts.SelectMany(help => help.Output.Split('\n')), line => Assert.InRange(line.Length, 0, 100));
    }

    [Fact]
    public void Every_flag_is_in_the_help_of_a_command()
    {
        var shown = CommandDescriptions.All.SelectMany(command => command.Groups).SelectMany(group => group.Flags).Select(flag => flag.Name);

        Assert.Equal(["--help", "--version"], Flags.All.Select(flag => flag.Name).Except(shown, StringComparer.Ordinal), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("help", "--help")]
    [InlineData("-h", "--help")]
    [InlineData("help run", "run --help")]
    [InlineData("run fifo -?", "run --help")]
    [InlineData("list -h", "list --help")]
    public void Help_may_be_asked_for_anywhere(string line, string same)
    {
        Assert.Equal(Command.Run(same), Command.Run(line));
    }

    [Theory]
    [InlineData("--frame-rate 90", "--frame-rate had no effect: the program asked for no frame")]
    [InlineData("--idle-time 2016", "--idle-time had no effect: the program never slept")]
    [InlineData("--no-memory-reducer", "--no-memory-reducer had no effect: the program never slept")]
    [InlineData("--memory-pressure moderate@1.5s", "--memory-pressure had no effect: the run ended before, at 200.000 ms")]
    [InlineData("--runtime threads --cores 3", "--cores had no effect: real threads have the cores of this machine")]
    [InlineData("--predictable --cores 3", "--cores had no effect: without helpers one core is used")]
    public void A_flag_that_changed_nothing_is_told_on_standard_error(string flags, string expected)
    {
        var run = Command.Run($"run gcbench {flags}");

        Assert.Equal((0, "gcbench 306816\n"), (run.Code, run.Output));
        Assert.StartsWith($"orinoco: warning: {expected}\n\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void JSON_has_the_flags_that_changed_nothing_and_times_to_the_nanosecond()
    {
        using var document = JsonDocument.Parse(Command.Run("run gcbench --json --frame-rate 90 --memory-pressure moderate@0.25ms").Output);

        Assert.Equal(
            ["warning: --frame-rate had no effect: the program asked for no frame"],
            document.RootElement.GetProperty("warnings").EnumerateArray().Select(warning => warning.GetString()),
            StringComparer.Ordinal);
        Assert.Equal("moderate@0.25ms", document.RootElement.GetProperty("settings").GetProperty("memory-pressure").GetString());
    }

    [Theory]
    [InlineData("--memory-pressure moderate@150.5ms")]
    [InlineData("--cores 3")]
    [InlineData("--seed 3")]
    public void A_flag_that_may_have_changed_something_is_not(string flags)
    {
        Assert.DoesNotContain("warning", Command.Run($"run gcbench {flags}").Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Each_line_of_a_refusal_says_who_refuses()
    {
        var engine = new ReplayEngine { Outcome = ProgramOutcome.Unsupported, VirtualNanoseconds = 0, ErrorText = "a.js:1:1: one\na.js:2:1: two" };

        Assert.Equal("orinoco: a.js:1:1: one\norinoco: a.js:2:1: two\n", Command.Run("run gcbench", engine).Error);
    }

    [Fact]
    public void The_table_of_another_program_is_told_from_that_of_this_one()
    {
        const string hint = "the same program, with the same arguments and heap flags?";

        Assert.Contains(hint, Command.Run(["run", "gcbench", "--compare-node", GoldTables.PathOf("fifo.default")]).Output, StringComparison.Ordinal);
        Assert.DoesNotContain(hint, Compare(60), StringComparison.Ordinal);
    }

    [Fact]
    public void The_version_is_one_line()
    {
        Assert.Matches(@"^orinoco \d+\.\d+\.\d+\n$", Command.Run("--version").Output);
    }

    [Fact]
    public void The_list_shows_each_program_with_the_comment_at_its_head()
    {
        Golden.Matches("list", Command.Run("list").Output);
    }

    [Fact]
    public void The_summary_goes_to_standard_error_and_what_the_program_prints_to_standard_output()
    {
        var run = Command.Run("run gcbench");

        Assert.Equal("gcbench 306816\n", run.Output);
        Golden.Matches("summary", WithoutWallTime(run.Error));
        var ours = run.Error.Split('\n').Where(line => !line.Contains("[1:0x", StringComparison.Ordinal)).ToList();
        Assert.All(ours, line => Assert.InRange(line.Length, 0, 80));
        Assert.All(run.Error.Split('\n'), line => Assert.Equal(line.TrimEnd(), line));
        Assert.DoesNotContain("\n\n\n", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_summary_of_a_run_without_collections_has_the_heap_at_its_end()
    {
        var run = Command.Run("run gcbench", new ReplayEngine { Rows = [] });

        Assert.Contains("largest heap 30.00 MB", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Pauses, ms", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Trace_lines_and_program_output_keep_their_order()
    {
        Golden.Matches("trace-gc", Command.Run("run gcbench --trace-gc").Output);
    }

    [Fact]
    public void With_both_trace_flags_nvp_lines_are_printed_as_in_V8()
    {
        var both = Command.Run("run gcbench --trace-gc --trace-gc-nvp").Output;

        Assert.Equal(both, Command.Run("run gcbench --trace_gc_nvp").Output);
        Assert.Equal(60, both.Split('\n').Count(line => line.Contains(" ms: pause=", StringComparison.Ordinal)));
    }

    [Fact]
    public void JSON_is_one_document_and_holds_what_the_program_printed()
    {
        var run = Command.Run("run gcbench 1 2 --json --max-semi-space-size 16");

        using var document = JsonDocument.Parse(run.Output);
        var root = document.RootElement;
        Assert.Equal("completed", root.GetProperty("outcome").GetString());
        Assert.Equal("gcbench 306816\n", root.GetProperty("output").GetString());
        Assert.Equal(60, root.GetProperty("collections").GetArrayLength());
        Assert.Equal("", run.Error);
    }

    [Fact]
    public void JSON_has_the_settings_that_held()
    {
        var run = Command.Run("run gcbench --json --max-semi-space-size 3 --semi-space-growth-factor 1");

        using var document = JsonDocument.Parse(run.Output);
        Golden.Matches("settings-json", document.RootElement.GetProperty("settings").GetRawText() + "\n");
    }

    [Fact]
    public void JSON_has_no_number_that_nobody_counted()
    {
        using var document = JsonDocument.Parse(Command.Run("run gcbench --json").Output);

        Assert.Equal(
            [
                "allocatedBytes", "messages", "idleNanoseconds", "frames", "framesDropped", "longestFrameNanoseconds",
                "idleWorkNanoseconds", "lateIdleWorkNanoseconds",
            ],
            document.RootElement.GetProperty("counts").EnumerateObject().Select(count => count.Name),
            StringComparer.Ordinal);
    }

    [Fact]
    public void JSON_shows_the_programs_standard_error_and_passes_it_on()
    {
        var run = Command.Run("run gcbench --json", new ReplayEngine { ProgramError = "careful\n" });

        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("careful\n", document.RootElement.GetProperty("error").GetString());
        Assert.Equal("careful\n", run.Error);
    }

    [Theory]
    [InlineData("--gc-csv")]
    [InlineData("--record")]
    public void A_file_that_fills_the_disk_is_named_beside_the_summary(string flag)
    {
        if (!File.Exists("/dev/full"))
        {
            return; // only Linux has a disk that is always full
        }

        var run = Command.Run($"run gcbench {flag} /dev/full");

        Assert.Equal(64, run.Code);
        Assert.StartsWith(
            $"orinoco: {flag} /dev/full: the file is not complete (No space left on device", run.Error, StringComparison.Ordinal);
        Assert.Contains("gcbench: completed, exit code 64", run.Error, StringComparison.Ordinal);
        Assert.Contains("Scavenge", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_table_is_written_with_the_columns_of_the_reference_tables()
    {
        var path = Path.Combine(_folder, "sim.csv");

        Command.Run(["run", "gcbench", "--gc-csv", path]);

        Assert.Equal(
            File.ReadLines(GoldTables.PathOf("gcbench.default")).First(), File.ReadLines(path).First());
        Assert.Equal(60, TableFile.Read(path).Count);
    }

    [Fact]
    public void A_record_is_written_and_two_runs_write_the_same_bytes()
    {
        var paths = new[] { Path.Combine(_folder, "a"), Path.Combine(_folder, "b") };
        foreach (var path in paths)
        {
            Command.Run(["run", "gcbench", "--record", path]);
        }

        Assert.Equal(File.ReadAllBytes(paths[0]), File.ReadAllBytes(paths[1]));
        using var file = File.OpenRead(paths[0]);
        Assert.True(RecordFile.Read(paths[0], file, new NullSink()) > 60);
    }

    [Fact]
    public void A_record_is_written_as_JSON_lines_when_its_name_says_so()
    {
        var path = Path.Combine(_folder, "a.jsonl");

        Command.Run(["run", "gcbench", "--record", path]);

        Assert.All(File.ReadLines(path), line => JsonDocument.Parse(line).Dispose());
    }

    [Fact]
    public void A_run_is_compared_with_a_real_one_row_by_row()
    {
        var run = Command.Run(["run", "gcbench", "--compare-node", GoldTables.PathOf("gcbench.default")]);

        Golden.Matches("compare-node", run.Output);
    }

    [Fact]
    public void Pauses_are_compared_by_kind_with_a_log_that_has_them()
    {
        var run = Command.Run(["run", "gcbench", "--compare-node", GoldTables.FileOf("trace-samples.log")]);

        var lines = run.Output.Split('\n').SkipWhile(line => !line.StartsWith("Pauses, ms           simulated           Node   ratio", StringComparison.Ordinal)).ToList();
        Assert.Matches("^scavenge     total +[0-9.]+ +2[.]000  [0-9.]+$", lines[1]);
        Assert.Matches("^mark-compact longest +[0-9.]+ +9[.]600  [0-9.]+$", lines[6]);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private string Compare(int rows)
    {
        var path = Path.Combine(_folder, "same.csv");
        File.WriteAllLines(path, File.ReadLines(GoldTables.PathOf("gcbench.default")).Take(1 + rows));
        return Command.Run(["run", "gcbench", "--compare-node", path]).Output;
    }

    private static string WithoutWallTime(string text) => WallTime().Replace(text, "wall time #");

    [GeneratedRegex("wall time [0-9.]+ m?s", RegexOptions.CultureInvariant, matchTimeoutMilliseconds: 1000)]
    private static partial Regex WallTime();

    private sealed class NullSink : IRecordSink
    {
        public void Append(in RecordEntry entry)
        {
        }
    }
}
