using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>What the collector does while a program sleeps, beside what Node 20 traces for the same programs.</summary>
public sealed class TaskRunTests : IDisposable
{
    private const string Sleepy = """
        let keep = [];
        for (let i = 0; i < 300000; i++) { const o = { a: i, b: [i, i + 1] }; if (i % 4 === 0) keep.push(o); }
        setTimeout(() => { keep = []; }, 3000);
        setTimeout(() => {}, 120000);
        """;

    private const string Ticking = """
        let keep = []; let n = 0;
        const t = setInterval(() => {
          for (let i = 0; i < 2000; i++) { const o = { a: i, b: [i, i + 1] }; if (i % 4 === 0) keep.push(o); }
          if (++n === 200) clearInterval(t);
        }, 20);
        """;

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "program.js");

    [Fact]
    public void A_program_that_sleeps_is_collected_by_the_watchdog_and_once_more_half_a_second_later()
    {
        var reducing = Lines(Run(Sleepy), "Mark-Compact (reduce)");

        Assert.Equal(2, reducing.Count);
        Assert.All(reducing, line => Assert.Contains("finalize incremental marking via task", line, StringComparison.Ordinal));
        Assert.InRange(Time(reducing[0]), 100_000, 110_000); // Node: 105,593
        Assert.InRange(Time(reducing[1]) - Time(reducing[0]), 600, 630); // Node: 604
    }

    [Fact]
    public void Scavenges_of_a_program_that_ticks_happen_while_it_sleeps()
    {
        var run = Run(Ticking);

        Assert.NotEmpty(Lines(run, "task; "));
        Assert.Empty(Lines(run, "allocation failure"));
        Assert.Contains("finalize incremental marking via task", run.Output, StringComparison.Ordinal);
        Assert.DoesNotContain("stack guard", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_scavenge_task_scavenges_happen_when_new_space_is_full()
    {
        var run = Run(Ticking, "--no-minor-gc-task");

        Assert.Empty(Lines(run, ") task; "));
        Assert.NotEmpty(Lines(run, "allocation failure")); // Node: 14
        Assert.Contains("finalize incremental marking via task", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_the_marking_task_marking_ends_while_the_program_runs()
    {
        var run = Run(Ticking, "--no-incremental-marking-task");

        Assert.NotEmpty(Lines(run, ") task; "));
        Assert.Contains("finalize incremental marking via stack guard", run.Output, StringComparison.Ordinal); // as in Node
    }

    [Fact]
    public void Without_the_memory_reducer_nothing_is_collected_to_reduce_memory() =>
        Assert.Empty(Lines(Run(Sleepy, "--no-memory-reducer"), "(reduce)"));

    [Fact]
    public void A_page_with_frames_that_rests_is_collected_after_eight_seconds()
    {
        const string page = """
            let keep = [], n = 0;
            function draw() {
              for (let i = 0; i < 20000; i++) { const o = { a: i, b: [i, i + 1] }; if (i % 4 === 0) keep.push(o); }
              if (++n < 30) requestAnimationFrame(draw); else { keep = []; setTimeout(() => {}, 12000); }
            }
            requestAnimationFrame(draw);
            """;

        var reducing = Lines(Run(page), "(reduce)");

        Assert.NotEmpty(reducing);
        Assert.InRange(Time(reducing[0]), 8_000, 9_000);
    }

    [Theory]
    [InlineData(Sleepy)]
    [InlineData(Ticking)]
    public void On_threads_and_checked_they_run_to_their_end(string program)
    {
        var run = Run(program.Replace("120000", "40", StringComparison.Ordinal).Replace("3000", "20", StringComparison.Ordinal)
            .Replace(", 20)", ", 1)", StringComparison.Ordinal), "--runtime", "threads", "--verify-heap");

        Assert.Equal(0, run.Code);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private static List<string> Lines(Command run, string words) =>
        [.. run.Output.Split('\n').Where(line => line.Contains(words, StringComparison.Ordinal))];

    private static double Time(string line)
    {
        var start = line.IndexOf(']', StringComparison.Ordinal) + 1;
        var end = line.IndexOf(" ms:", StringComparison.Ordinal);
        return double.Parse(line.AsSpan(start, end - start), System.Globalization.CultureInfo.InvariantCulture);
    }

    private Command Run(string program, params string[] flags)
    {
        File.WriteAllText(_path, program);
        return Command.Run(["run", _path, "--trace-gc", .. flags], EngineRegistration.Create());
    }
}
