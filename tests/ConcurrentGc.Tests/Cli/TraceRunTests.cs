using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class TraceRunTests : IDisposable
{
    private const string Columns = "kind promoted copied";

    private const string Workload = """
        name: small
        bytes: 20000000
        size: {distribution: gamma, mean: 80, shape: 2}
        lifetime:
          distribution: mixture
          parts:
            - {share: 95, distribution: exponential, mean: 100000}
            - {share: 5, distribution: exponential, mean: 5000000}
        pointers: {share: 0.7, stores: 0.5, young-share: 0.5}
        frames: {depth: 10, locals: 3, objects: 5}
        instructions: 10
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Theory]
    [InlineData("fifo 2000 60000")]
    [InlineData("lru 2000 60000")]
    [InlineData("splay 500 8000")]
    [InlineData("binarytrees 11")]
    [InlineData("WORKLOAD")]
    public void A_recorded_program_and_its_trace_are_collected_alike(string program)
    {
        if (program is "WORKLOAD")
        {
            program = Of("small.yaml");
            File.WriteAllText(program, Workload);
        }

        var recorded = Run($"{program} --predictable --gc-csv {Of("a.csv")} --record-trace {Of("t.trace")}");

        var followed = Run($"--trace {Of("t.trace")} --predictable --verify-heap --gc-csv {Of("b.csv")}");

        Assert.Equal((0, 0), (recorded.Code, followed.Code));
        var (before, after) = (Table("a.csv"), Table("b.csv"));
        Assert.InRange(before.Count, 3, 10_000);
        Assert.Equal(before.Select(row => row[0]), after.Select(row => row[0]), StringComparer.Ordinal);
        Assert.InRange(Sum(after, 1) / Sum(before, 1), 0.99, 1.01);
        Assert.InRange(Sum(after, 2) / Sum(before, 2), 0.99, 1.01);
    }

    [Fact]
    public void Recording_changes_nothing_in_a_run()
    {
        Run($"rewire 2000 20000 --gc-csv {Of("a.csv")}");
        Run($"rewire 2000 20000 --gc-csv {Of("b.csv")} --record-trace {Of("t.trace")} --verify-heap");

        Assert.Equal(File.ReadAllText(Of("a.csv")), File.ReadAllText(Of("b.csv")), StringComparer.Ordinal);
    }

    [Fact]
    public void A_trace_that_was_cut_off_anywhere_is_followed_to_its_last_whole_line()
    {
        Run($"fifo 2000 20000 --record-trace {Of("t.trace")}");
        var whole = File.ReadAllBytes(Of("t.trace"));
        for (var cut = 16; cut < whole.Length; cut += whole.Length / 7)
        {
            File.WriteAllBytes(Of("cut.trace"), whole[..cut]);

            Assert.Equal(0, Run($"--trace {Of("cut.trace")}").Code);
        }
    }

    [Fact]
    public void Coarse_deaths_let_a_scavenge_copy_more()
    {
        Run($"fifo 200 60000 --predictable --gc-interval 2000 --record-trace {Of("t.trace")}");

        Assert.Equal(0, Command.Run($"trace coarsen {Of("t.trace")} {Of("c.trace")} --bytes 400000").Code);

        Run($"--trace {Of("t.trace")} --predictable --gc-csv {Of("a.csv")}");
        Run($"--trace {Of("c.trace")} --predictable --gc-csv {Of("b.csv")}");
        Assert.True(Sum(Table("b.csv"), 2) > 1.2 * Sum(Table("a.csv"), 2));
    }

    [Fact]
    public void A_malformed_line_is_one_line_and_what_was_computed_before_is_shown()
    {
        File.WriteAllText(Of("t.trace"), "orinoco-trace 1\ng 64 100000\nq\n");

        var run = Run($"--trace {Of("t.trace")}");

        Assert.Equal(64, run.Code);
        Assert.StartsWith($"orinoco: {Of("t.trace")}:3: found the operation 'q', allowed: a, p, g, s, r, c, l, x, h, d, w\n", run.Error, StringComparison.Ordinal);
        Assert.Contains("Scavenge", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nothing", "t.trace:1: found no trace, allowed: a file that begins with 'orinoco-trace 1'")]
    [InlineData("orinoco-trace 1\no x\n", "t.trace:2: o: allowed: a number of bytes")]
    public void What_is_no_trace_is_refused(string text, string expected)
    {
        File.WriteAllText(Of("t.trace"), text);

        var run = Run($"--trace {Of("t.trace")}");

        Assert.Equal(64, run.Code);
        Assert.EndsWith(expected + "\n", run.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run --trace nowhere.trace", "nowhere.trace: no such file")]
    [InlineData("run --trace a.trace fifo", "--trace contradicts 'fifo': a trace takes the place of the program")]
    [InlineData("run --trace a.trace --record-trace ./a.trace", "--record-trace ./a.trace contradicts the program: that is the same file")]
    [InlineData("trace", "trace: found nothing, allowed: coarsen FILE OUTPUT --bytes N")]
    [InlineData("trace coarsen a b", "--bytes: found nothing, allowed: a whole number from 1 to 1099511627776")]
    [InlineData("trace coarsen a ./a --bytes 5", "trace: found './a' twice, allowed: another file for the output")]
    [InlineData("trace coarsen nowhere b --bytes 5", "nowhere: no such file")]
    [InlineData("trace coarsen a b --bytes 5 --seed 1", "trace: found '--seed', a flag of run, explore, allowed: --bytes")]
    public void Wrong_usage_is_one_line(string line, string expected)
    {
        var run = Command.Run(line, EngineRegistration.Create());

        Assert.Equal(64, run.Code);
        Assert.StartsWith($"orinoco: {expected}", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private static Command Run(string line) => Command.Run("run " + line, EngineRegistration.Create());

    private static double Sum(IEnumerable<string[]> table, int column) =>
        table.Sum(row => double.Parse(row[column], System.Globalization.CultureInfo.InvariantCulture));

    private string Of(string name) => Path.Combine(_folder, name);

    private List<string[]> Table(string name)
    {
        var lines = File.ReadAllLines(Of(name));
        var places = Columns.Split(' ').Select(column => Array.IndexOf(lines[0].Split(','), column)).ToArray();
        return [.. lines.Skip(1).Select(line => line.Split(',')).Select(row => places.Select(place => row[place]).ToArray())];
    }
}
