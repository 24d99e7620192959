using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class CalibrateTests
{
    [Theory]
    [InlineData("calibrate fast", "calibrate: found 'fast', allowed: flags only")]
    [InlineData("calibrate --json", "calibrate: found '--json', a flag of run, reproduce, check, explore, replay, fragmentation, allowed: --node, --repetitions, --output, --machine")]
    [InlineData("calibrate --repetitions 0", "--repetitions: found '0', allowed: a whole number from 1 to 1000")]
    [InlineData("calibrate --machine node19", "unknown machine 'node19'; did you mean node20?")]
    [InlineData("calibrate --node no/such/node", "--node: found 'no/such/node', which is not to be run as Node (it cannot be started)")]
    public void What_cannot_be_followed_is_one_line(string line, string expected)
    {
        var run = Command.Run(line);

        Assert.Equal((64, ""), (run.Code, run.Output));
        Assert.StartsWith("orinoco: " + expected, run.Error, StringComparison.Ordinal);
        Assert.Equal(1, run.Error.Count(letter => letter == '\n'));
    }

    [Fact]
    public void A_command_that_is_no_node_is_refused()
    {
        var run = Command.Run(["calibrate", "--node", Environment.ProcessPath!, "-o", "never-written.yaml"]);

        Assert.Equal(64, run.Code);
        Assert.Contains("allowed: the command or path of a Node", run.Error, StringComparison.Ordinal);
        Assert.False(File.Exists("never-written.yaml"));
    }
}
