using System.Text.Json;
using ConcurrentGc.Cli;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class ReproduceTests
{
    [Theory]
    [InlineData("reproduce E21", "reproduce: unknown result 'E21'")]
    [InlineData("reproduce --trace-gc", "reproduce: found '--trace-gc', a flag of run, allowed: --csv, --json")]
    [InlineData("reproduce E2 --csv --json", "--json contradicts --csv: one of the two is printed")]
    [InlineData("run gcbench --csv", "run: found '--csv', allowed: --gc-csv for one row a collection")]
    public void What_cannot_be_followed_is_one_line(string line, string expected)
    {
        var run = Command.Run(line);

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith("orinoco: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
    }

    [Fact]
    public void Parallel_compaction_gains_on_the_modeled_heap_what_was_published()
    {
        Golden.Matches("reproduce", Command.Run("reproduce E2 E5 E6", EngineRegistration.Create()).Output);
    }

    [Fact]
    public void A_document_has_the_command_line_of_each_run()
    {
        var run = Command.Run("reproduce --json e10 E2");

        using var document = JsonDocument.Parse(run.Output);
        var rows = document.RootElement.EnumerateArray().ToList();
        Assert.Equal(["E2", "E10", "E10"], rows.Select(row => row.GetProperty("result").GetString()!), StringComparer.Ordinal);
        Assert.Equal(
            ["orinoco run gcbench --max-semi-space-size 16", "orinoco run gcbench --max-semi-space-size 128"],
            rows[1].GetProperty("lines").EnumerateArray().Select(line => line.GetString()!),
            StringComparer.Ordinal);
        Assert.Equal(0, rows[1].GetProperty("ours").GetDouble()); // both runs are the one that is played here
        Assert.Equal("differs", rows[1].GetProperty("verdict").GetString());
    }

    [Fact]
    public void A_table_in_CSV_has_a_row_for_each_quantity()
    {
        var run = Command.Run("reproduce E2 E10 --csv");

        Assert.Equal(1, run.Code); // a row differs
        var lines = run.Output.TrimEnd('\n').Split('\n');
        Assert.Equal("result,quantity,published,ours,least,most,verdict,reason", lines[0]);
        Assert.Equal(4, lines.Length);
        Assert.Equal("E10,\"throughput, semi-space 16 to 128 MB\",+18 %,0,0.05,0.6,differs,no cause is known", lines[2]);
    }

    [Fact]
    public void An_interruption_leaves_rows_without_runs_as_they_are()
    {
        using var cancellation = new CancellationTokenSource();
        cancellation.Cancel();

        var run = Command.Run(["reproduce", "E2", "E10"], cancellation: cancellation.Token);

        Assert.Equal((130, "orinoco: interrupted: what was computed so far is shown\n"), (run.Code, run.Error));
        Assert.Contains("2 no number, 1 not modeled", run.Output, StringComparison.Ordinal);
        Assert.Contains("orinoco run gcbench --max-semi-space-size 16: interrupted", run.Output, StringComparison.Ordinal);
    }
}
