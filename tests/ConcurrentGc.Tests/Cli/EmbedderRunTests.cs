using System.Text.Json;
using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>Frames, idle time and memory pressure, as a run shows them.</summary>
public sealed class EmbedderRunTests : IDisposable
{
    /// <summary>Eight arrays of nine die at once; then the program only counts.</summary>
    private const string Dropping = """
        let keep = [];
        for (let i = 0; i < 400000; i++) { keep.push({ a: i, b: [i] }); }
        let rest = [];
        for (let i = 0; i < keep.length; i += 8) rest.push(keep[i]);
        keep = rest;
        let x = 0;
        for (let i = 0; i < 40000000; i++) x = (x + i) | 0;
        """;

    /// <summary>Keeps some ten megabytes, and makes garbage.</summary>
    private const string Allocating = """
        let keep = [], x = 0;
        for (let i = 0; i < 200000; i++) keep.push({ a: i });
        for (let i = 0; i < 1000000; i++) { keep[i % 1000] = { a: i }; }
        """;

    /// <summary>120 frames; the work of each tenth takes longer than a frame.</summary>
    private const string Animation = """
        let n = 0, keep = [];
        function draw() {
          for (let i = 0; i < 20000; i++) { const o = { a: i, b: [i, i + 1] }; if (i % 4 === 0) keep.push(o); }
          if (keep.length > 200000) keep = [];
          let x = 0;
          if (n % 10 === 0) for (let i = 0; i < 40000000; i++) x = (x + i) | 0;
          if (++n < 120) requestAnimationFrame(draw);
        }
        requestAnimationFrame(draw);
        """;

    private readonly string _path = Path.Combine(Directory.CreateTempSubdirectory().FullName, "program.js");

    [Fact]
    public void Under_critical_pressure_a_heap_with_much_garbage_is_collected_twice_as_Node_does()
    {
        var lines = Collections(Dropping, "--memory-pressure", "critical@45ms");

        // Node 20 when WebAssembly.Memory finds no room: 48.1 (80.4) -> 7.5 (41.6) MB, then 7.5 (41.6) -> 7.5 (9.1) MB.
        Assert.Equal(2, lines.Count);
        Assert.All(lines, line => Assert.Contains("Mark-Compact (reduce)", line, StringComparison.Ordinal));
        Assert.All(lines, line => Assert.Contains("memory pressure; GC in old space requested", line, StringComparison.Ordinal));
        Assert.InRange(Committed(lines[0]), 30, 50);
        Assert.InRange(Committed(lines[1]), 8, 11);
    }

    [Fact]
    public void Under_moderate_pressure_marking_starts_to_reduce_memory()
    {
        var lines = Collections(Allocating, "--memory-pressure", "moderate@8ms");

        Assert.Contains("Mark-Compact (reduce)", lines[0], StringComparison.Ordinal);
        Assert.Contains("finalize incremental marking", lines[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Under_moderate_pressure_near_the_limit_one_full_collection_comes_in_place_of_marking_and_the_program_goes_on()
    {
        var run = Run(Allocating, "--max-old-space-size", "12", "--memory-pressure", "moderate@8ms", "--trace-gc");

        Assert.Equal(0, run.Code);
        Assert.Contains("allocation failure; scavenge might not succeed", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Pressure_that_comes_while_the_program_sleeps_wakes_the_collector_and_not_the_program()
    {
        var run = Run("setTimeout(() => console.log(performance.now() | 0), 1000);", "--memory-pressure", "critical@500ms", "--trace-gc");

        Assert.Contains(" 501 ms: Mark-Compact (reduce)", run.Output, StringComparison.Ordinal);
        Assert.EndsWith("1000\n", run.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Pressure_after_the_end_changes_nothing()
    {
        var (with, without) = (Json("let a = [1];", "--memory-pressure", "critical@5s"), Json("let a = [1];"));

        Assert.Equal(without.GetProperty("nanoseconds").GetInt64(), with.GetProperty("nanoseconds").GetInt64());
    }

    [Fact]
    public void A_pressure_may_come_at_a_part_of_a_second()
    {
        Assert.Equal(Collections(Dropping, "--memory-pressure", "critical@45ms"), Collections(Dropping, "--memory-pressure", "critical@0.045s"));
    }

    [Theory]
    [InlineData("critical@0.0000001ms")]
    [InlineData("critical@1,5s")]
    [InlineData("critical@.s")]
    [InlineData("heavy@3s")]
    [InlineData("critical@0s")]
    [InlineData("moderate@3h")]
    [InlineData("moderate")]
    [InlineData("critical@s")]
    [InlineData("critical@1000000001ms")]
    public void A_pressure_of_another_form_is_one_line(string text)
    {
        var run = Command.Run($"run gcbench --memory-pressure {text}");

        Assert.Equal(64, run.Code);
        Assert.Equal(
            $"orinoco: --memory-pressure: found '{text}', allowed: moderate or critical, @, and a time such as 500ms or 1.5s\n",
            run.Error);
    }

    [Fact]
    public void Frames_are_counted_and_each_display_time_that_one_misses_is_a_dropped_frame()
    {
        var counts = Json(Animation).GetProperty("counts");

        Assert.Equal(120, counts.GetProperty("frames").GetInt64());
        Assert.Equal(12, counts.GetProperty("framesDropped").GetInt64());
        Assert.InRange(counts.GetProperty("longestFrameNanoseconds").GetInt64(), 16_666_667, 33_333_333);
    }

    [Fact]
    public void A_faster_display_drops_more_frames_and_a_slower_one_fewer()
    {
        var (fast, slow) = (Json(Animation, "--frame-rate", "120"), Json(Animation, "--frame-rate", "20"));

        Assert.InRange(Dropped(fast), 24, 48);
        Assert.Equal(0, Dropped(slow));
    }

    [Fact]
    public void What_is_likely_to_fit_the_idle_time_ends_past_it_no_more_than_tasks_do()
    {
        var (current, none, fitting) =
            (Json(Animation), Json(Animation, "--idle-time", "none"), Json(Animation, "--idle-time", "2016"));

        Assert.True(Work(current, "idleWorkNanoseconds") > 0);
        Assert.Equal(0, Work(none, "idleWorkNanoseconds"));
        Assert.Equal(none.GetProperty("nanoseconds").GetInt64(), current.GetProperty("nanoseconds").GetInt64());
        Assert.True(Work(fitting, "idleWorkNanoseconds") > 0);
        Assert.True(Work(fitting, "lateIdleWorkNanoseconds") <= Work(current, "lateIdleWorkNanoseconds"));
    }

    [Fact]
    public void Marking_that_is_complete_in_the_middle_of_a_frame_is_ended_behind_it_except_in_2016()
    {
        const string busy = """
            let keep = [], n = 0;
            function draw() {
              for (let i = 0; i < 150000; i++) { const o = { a: i, b: [i, i + 1] }; if (i % 20 === 0) keep.push(o); }
              if (keep.length > 400000) keep = keep.slice(200000);
              if (++n < 70) requestAnimationFrame(draw);
            }
            requestAnimationFrame(draw);
            """;

        var current = Collections(busy, "--helpers", "0");
        var fitting = Collections(busy, "--helpers", "0", "--idle-time", "2016");

        Assert.All(current, line => Assert.Contains("finalize incremental marking via task", line, StringComparison.Ordinal));
        Assert.Contains(fitting, line => line.Contains("finalize incremental marking via stack guard", StringComparison.Ordinal));
    }

    [Fact]
    public void A_synthetic_animation_sleeps_between_its_frames_by_the_same_embedder()
    {
        using var document = JsonDocument.Parse(Command.Run(["run", "frames", "--json"], EngineRegistration.Create()).Output);
        var counts = document.RootElement.GetProperty("counts");

        Assert.InRange(counts.GetProperty("frames").GetInt64(), 160, 200); // 200 MB, a MB and what was begun each
        Assert.Equal(0, counts.GetProperty("framesDropped").GetInt64());
        Assert.True(counts.GetProperty("idleNanoseconds").GetInt64() > 2_000_000_000);
    }

    [Theory]
    [InlineData("current")]
    [InlineData("2016")]
    public void On_threads_and_checked_an_animation_runs_to_its_end(string idleTime)
    {
        var run = Run(
            Animation.Replace("40000000", "1", StringComparison.Ordinal).Replace("120", "20", StringComparison.Ordinal),
            "--idle-time", idleTime, "--runtime", "threads", "--verify-heap", "--frame-rate", "1000");

        Assert.Equal(0, run.Code);
        Assert.Contains("\nframes 20, dropped ", run.Error, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(Path.GetDirectoryName(_path)!, recursive: true);

    private static long Dropped(JsonElement run) => run.GetProperty("counts").GetProperty("framesDropped").GetInt64();

    private static long Work(JsonElement run, string name) => run.GetProperty("counts").GetProperty(name).GetInt64();

    /// <summary>The memory behind the arrow of a trace line, MB.</summary>
    private static double Committed(string line)
    {
        var start = line.LastIndexOf('(', line.IndexOf(") MB", StringComparison.Ordinal)) + 1;
        return double.Parse(line.AsSpan(start, line.IndexOf(") MB", StringComparison.Ordinal) - start), System.Globalization.CultureInfo.InvariantCulture);
    }

    private List<string> Collections(string program, params string[] flags) =>
    [
        .. Run(program, ["--trace-gc", .. flags]).Output.Split('\n')
            .Where(line => line.Contains("Mark-Compact", StringComparison.Ordinal)),
    ];

    private JsonElement Json(string program, params string[] flags)
    {
        using var document = JsonDocument.Parse(Run(program, ["--json", .. flags]).Output);
        return document.RootElement.Clone();
    }

    private Command Run(string program, params string[] flags)
    {
        File.WriteAllText(_path, program);
        return Command.Run(["run", _path, .. flags], EngineRegistration.Create());
    }
}
