using System.Text.Json;
using ConcurrentGc.Tests.Fidelity;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class CommandLogTests
{
    [Theory]
    [InlineData("virtual")]
    [InlineData("threads")]
    public async Task Logs_of_every_level_go_to_standard_error_only(string runtime)
    {
        var run = await CommandProcess.RunAsync($"run fifo 10 100 --json --log-level debug --runtime {runtime}");

        Assert.Equal(0, run.Code);
        using var document = JsonDocument.Parse(run.Output);
        Assert.Equal("completed", document.RootElement.GetProperty("outcome").GetString());
        Assert.Contains("[DBG] phases", run.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("Thread 00", run.Error, StringComparison.Ordinal);
    }
}
