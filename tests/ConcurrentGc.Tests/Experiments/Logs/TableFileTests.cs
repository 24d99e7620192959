using System.IO.Compression;
using System.Text;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Collections;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Logs;

public sealed class TableFileTests : IDisposable
{
    private const string Neither =
        ": neither a collection table (its first line names columns: kind, total_before, ...) nor a log with lines of node " +
        "--trace-gc --trace-gc-nvp";

    private readonly string _path = Path.GetTempFileName();

    public static TheoryData<string> Names => [.. GoldTables.Names];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_table_that_is_recorded_and_written_is_the_table_that_was_read(string name)
    {
        var rows = GoldTables.Read(name);
        using var output = new StringWriter();
        var csv = new TableCsvWriter(output);

        RecordedRun.Write(rows, new CollectionTable(csv.Write));

        // V8 counts the traced field from the wrong event once marking has started; causes come from another real run,
        // which may have had its mark-compact a row earlier.
        var expected = File.ReadLines(GoldTables.PathOf(name)).Select(Comparable);
        Assert.Equal(expected, output.ToString().Split('\n').SkipLast(1).Select(Comparable), StringComparer.Ordinal);
    }

    [Fact]
    public void Our_own_nvp_lines_are_read_back_as_the_same_table()
    {
        var rows = GoldTables.Read("gcbench.ss1");
        using var output = new StringWriter();
        var trace = new TraceGcNvpWriter(output);
        RecordedRun.Write(rows, new CollectionTable(trace.Write));

        var read = NodeLogReader.Parse("log", "some output\n" + output);

        Assert.Equal(
            rows.Select(row => (row.Kind, row.TotalBefore, row.TotalAfter, row.Promoted, row.Copied, row.Allocated, row.Steps)),
            read.Select(row => (row.Kind, row.TotalBefore, row.TotalAfter, row.Promoted, row.Copied, row.Allocated, row.Steps)));
    }

    [Fact]
    public void A_gzipped_log_of_Node_is_read()
    {
        using (var zip = new GZipStream(File.Create(_path), CompressionLevel.Fastest))
        {
            zip.Write(File.ReadAllBytes(GoldTables.FileOf("trace-samples.log")));
        }

        var rows = TableFile.Read(_path);

        Assert.Equal([CycleKind.Scavenge, CycleKind.MarkCompact], rows.Select(row => row.Kind));
        Assert.Equal(4074328, rows[0].TotalBefore);
        Assert.Equal(3572632, rows[1].Promoted);
        Assert.Equal(24, rows[1].Steps);
    }

    [Theory]
    [InlineData("kind,promoted\n", ":1: no column total_before, needed: kind, total_before, total_after, promoted, copied")]
    [InlineData("kind,total_before,total_after,promoted,copied\nscavenge,1,2,3,4\nminor,1,2,3,4\n", ":3: kind: found 'minor', allowed: scavenge, mark-compact")]
    [InlineData("kind,total_before,total_after,promoted,copied\nscavenge,x,2,3,4\n", ":2: total_before: found 'x', allowed: a number from 0 to 1099511627776")]
    [InlineData("kind,total_before,total_after,promoted,copied\nscavenge,4e18,2,3,4\n", ":2: total_before: found '4e18', allowed: a number from 0 to 1099511627776")]
    [InlineData("kind,total_before,total_after,promoted,copied\nscavenge,1,2\n", ":2: promoted: found nothing, allowed: a number from 0 to 1099511627776")]
    [InlineData("hello\n", Neither)]
    [InlineData("hello, world\n", Neither)]
    [InlineData("let a = [1, 2];\n", Neither)]
    [InlineData("", Neither)]
    [InlineData("ELF\0\u0001,kind", ": found a binary file, allowed: a collection table in CSV or what node --trace-gc --trace-gc-nvp prints")]
    [InlineData("[1:0x1]  3 ms: Scavenge 3.9 (4.1) -> 3.9 (4.1) MB\n", ": found lines of --trace-gc only, allowed: a log of node --trace-gc --trace-gc-nvp")]
    [InlineData("[1:0x1]  3 ms: pause=1 gc=mmc\n", ":1: gc: found 'mmc', allowed: s, mc")]
    [InlineData("[1:0x1]  3 ms: pause=1 gc=s total_size_before=x\n", ":1: total_size_before: found 'x', allowed: a whole number from 0 to 1099511627776")]
    [InlineData("[1:0x1]  3 ms: pause=1 gc=s total_size_before=9223372036854775807\n", ":1: total_size_before: found '9223372036854775807', allowed: a whole number from 0 to 1099511627776")]
    public void What_cannot_be_read_is_named_by_its_place(string text, string expected)
    {
        File.WriteAllText(_path, text);

        var problem = Assert.Throws<InvalidInputException>(() => TableFile.Read(_path));

        Assert.Equal(_path + expected, problem.Message);
    }

    [Fact]
    public void A_log_may_begin_with_output_of_the_program_that_has_commas()
    {
        File.WriteAllText(_path, "hello, kind world\n" + File.ReadAllText(GoldTables.FileOf("trace-samples.log")));

        Assert.Equal(2, TableFile.Read(_path).Count);
    }

    [Fact]
    public void A_table_may_have_its_columns_quoted_and_in_another_order()
    {
        File.WriteAllText(_path, "\"copied\",\"promoted\",total_after,total_before,\"kind\"\n1,2,3,4,scavenge\n");

        var row = Assert.Single(TableFile.Read(_path));

        Assert.Equal((1, 2, 3, 4), (row.Copied, row.Promoted, row.TotalAfter, row.TotalBefore));
    }

    [Fact]
    public void The_largest_numbers_of_a_long_table_can_be_compared()
    {
        var row = $"scavenge,{TableRow.Most},0,{TableRow.Most},{TableRow.Most}\n";
        File.WriteAllText(
            _path, "kind,total_before,total_after,promoted,copied\n" + string.Concat(Enumerable.Repeat(row, 10_000)));
        var rows = TableFile.Read(_path);

        Assert.Equal(1, TableComparison.Of(rows, rows).Fidelity.Score);
    }

    [Fact]
    public void A_broken_archive_is_an_error_of_one_line()
    {
        File.WriteAllBytes(_path, [0x1f, 0x8b, .. Encoding.ASCII.GetBytes("no archive")]);

        var problem = Assert.Throws<InvalidInputException>(() => TableFile.Read(_path));

        Assert.DoesNotContain('\n', problem.Message);
    }

    public void Dispose() => File.Delete(_path);

    private static string Comparable(string line)
    {
        var cells = line.Split(',');
        cells[2] = "";
        cells[11] = "";
        return string.Join(',', cells);
    }
}
