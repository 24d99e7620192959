using System.Text.Json;
using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>From the command line through the modeled heap to exit code, standard output, standard error and JSON.</summary>
public sealed class ModeledRunTests : IDisposable
{
    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "program.js");

    public static TheoryData<string, int, string, string, string> Programs => new()
    {
        { "console.log('a');", 0, "completed", "a\n", "" },
        { "console.error('careful'); console.warn('twice'); console.log('a');", 0, "completed", "a\n", "careful\ntwice\n" },
        { "console.error('careful'); process.exit(7);", 7, "completed", "", "careful\n" },
        { "require('fs').writeSync(2, 'half'); process.exit(0);", 0, "completed", "", "half" },
        { "process.exit(1);", 1, "completed", "", "" },
        { "process.exit(300);", 44, "completed", "", "" },
        { "console.log('a'); throw new Error('b');", 1, "uncaught-exception", "a\n", "Error: b\n    at Object.<anonymous>" },
        { "console.error('c'); null.x;", 1, "uncaught-exception", "", "c\n" },
        { "function f() { f(); } f();", 1, "uncaught-exception", "", "RangeError: Maximum call stack size exceeded" },
        { "try { null.x; } catch (e) { console.error(e.name); }", 0, "completed", "", "TypeError\n" },
        { "let a = []; for (;;) a = [a, a];", 3, "out-of-memory", "", "JavaScript heap out of memory" },
        { "console.log('a'); new Proxy();", 64, "unsupported", "", ":1:23: error JS0002: Proxy is not supported" },
        { "let = ;", 64, "unsupported", "", ":1:" },
    };

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_run_ends_as_under_node(string program, int code, string outcome, string output, string error)
    {
        File.WriteAllText(_path, program);

        var text = Run();
        var json = Run("--json");

        Assert.Equal((code, output), (text.Code, text.Output));
        Assert.Contains(error, text.Error, StringComparison.Ordinal);
        Assert.Equal(code == 64, !text.Error.Contains($": {outcome}, exit code {code}", StringComparison.Ordinal));
        using var document = JsonDocument.Parse(json.Output);
        var root = document.RootElement;
        Assert.Equal(code, json.Code);
        Assert.Equal(code, root.GetProperty("exitCode").GetInt32());
        Assert.Equal(outcome, root.GetProperty("outcome").GetString());
        Assert.Equal(output, root.GetProperty("output").GetString());
        Assert.Contains(error, root.GetProperty("error").GetString()!, StringComparison.Ordinal);
        Assert.StartsWith(root.GetProperty("error").GetString()!, json.Error.Replace("orinoco: ", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public void What_a_program_writes_to_standard_error_comes_before_it_ends()
    {
        File.WriteAllText(_path, "console.error('first'); console.log('second'); console.error('third');");
        using var both = new StringWriter();

        new OrinocoCommand(new Surroundings(both, both, false, false, EngineRegistration.Create, CancellationToken.None))
            .Run(["run", _path]);

        Assert.StartsWith("first\nsecond\nthird\n\n", both.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Time_that_a_program_sleeps_costs_no_time_of_the_program()
    {
        File.WriteAllText(_path, "setTimeout(() => console.log(Date.now()), 2000);");

        var text = Run();
        var json = Run("--json");

        Assert.Equal((0, "2000\n"), (text.Code, text.Output));
        Assert.Contains("\nasleep until the next timer or frame 2.000 s (100.0 %)\n", text.Error, StringComparison.Ordinal);
        using var document = JsonDocument.Parse(json.Output);
        var idle = document.RootElement.GetProperty("counts").GetProperty("idleNanoseconds").GetInt64();
        Assert.InRange(idle, 1_999_000_000, 2_000_000_000);
        Assert.Equal(
            document.RootElement.GetProperty("nanoseconds").GetInt64(),
            idle + document.RootElement.GetProperty("mutatorNanoseconds").GetInt64());
    }

    [Theory]
    [InlineData("--predictable")]
    [InlineData("--cores", "1")]
    [InlineData("--cores", "2")]
    public void Phases_in_pauses_are_parts_of_them_and_helpers_work_no_longer_than_their_cores_exist(params string[] flags)
    {
        File.WriteAllText(_path, "let keep = null; for (let i = 0; i < 500000; i++) keep = i % 250000 ? { keep, i } : null;");

        using var document = JsonDocument.Parse(Run([.. flags, "--initial-old-space-size", "1", "--json"]).Output);
        var root = document.RootElement;
        var phases = root.GetProperty("phases").EnumerateArray().ToList();

        Assert.Contains(phases, phase => !phase.GetProperty("inPause").GetBoolean());
        foreach (var pauses in root.GetProperty("pauses").EnumerateArray())
        {
            var inPauses = phases.Where(phase => phase.GetProperty("inPause").GetBoolean()
                && phase.GetProperty("kind").ValueEquals(pauses.GetProperty("kind").GetString())).ToList();
            var total = pauses.GetProperty("total").GetInt64();
            Assert.All(inPauses, phase => Assert.InRange(phase.GetProperty("main").GetInt64(), 0, total));
            Assert.True(inPauses.Sum(phase => phase.GetProperty("helpers").GetInt64()) <= total);
        }
    }

    [Fact]
    public void Timers_go_by_the_wall_clock_on_threads()
    {
        File.WriteAllText(_path, "let n = 0; const i = setInterval(() => { if (++n === 5) clearInterval(i); console.log(n, performance.now() >= 10 * n); }, 10);");

        var run = Run("--runtime", "threads");

        Assert.Equal((0, "1 true\n2 true\n3 true\n4 true\n5 true\n"), (run.Code, run.Output));
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private Command Run(params string[] flags) => Command.Run(
        ["run", _path, "--max-old-space-size", "16", "--max-semi-space-size", "1", .. flags], EngineRegistration.Create());
}
