using ConcurrentGc.Cli;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class WorkloadRunTests : IDisposable
{
    private const string Text = """
        name: small
        bytes: 3000000
        size: {distribution: uniform, least: 16, most: 200}
        lifetime: {distribution: exponential, mean: 100000}
        pointers: {share: 0.5}
        instructions: 10
        """;

    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void A_workload_with_pretenured_objects_is_not_recorded_as_a_trace()
    {
        var run = Run(Text + "\npretenured-lifetime: 1000", "--record-trace out.trace");

        Assert.Equal(64, run.Code);
        Assert.EndsWith(
            "small.yaml: key 'pretenured-lifetime': not allowed with --record-trace, as the births of a trace are in new space\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Fact]
    public void A_workload_runs_like_a_program()
    {
        var run = Run(Text, "--verify-heap --trace-gc");

        Assert.Equal(0, run.Code);
        Assert.Contains("Scavenge", run.Output, StringComparison.Ordinal);
        Assert.Contains("completed, exit code 0, on machine node20", run.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void The_seed_makes_another_program()
    {
        Assert.Equal(Run(Text, "--json --seed 1").Output.Split("\"wallNanoseconds\"")[0], Run(Text, "--json --seed 1").Output.Split("\"wallNanoseconds\"")[0], StringComparer.Ordinal);
        Assert.NotEqual(Run(Text, "--trace-gc-nvp --seed 1").Output, Run(Text, "--trace-gc-nvp --seed 2").Output, StringComparer.Ordinal);
    }

    [Fact]
    public void An_unknown_key_is_one_line_with_its_place_and_the_nearest_known_one()
    {
        var run = Run(Text + "\nsizes: 3");

        Assert.Equal(64, run.Code);
        Assert.EndsWith(
            "small.yaml:7:1: 'sizes': unknown key; did you mean size? (allowed: requests, name, bytes, size, lifetime, pretenured-lifetime, instructions, pointers, frames, animation)\n",
            run.Error,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run requests 5", "requests: found '5' after it, allowed: nothing after a workload")]
    [InlineData("run nowhere.yaml", "nowhere.yaml: no such file")]
    public void What_is_no_workload_is_refused(string line, string expected)
    {
        var run = Command.Run(line);

        Assert.Equal((64, $"orinoco: {expected}\n"), (run.Code, run.Error));
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private Command Run(string text, string flags = "")
    {
        var path = Path.Combine(_folder, "small.yaml");
        File.WriteAllText(path, text);
        return Command.Run(["run", path, .. flags.Split(' ', StringSplitOptions.RemoveEmptyEntries)], EngineRegistration.Create());
    }
}
