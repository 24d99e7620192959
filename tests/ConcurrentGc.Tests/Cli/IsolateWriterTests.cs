using ConcurrentGc.Cli.Running;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public class IsolateWriterTests
{
    [Fact]
    public void Lines_of_several_isolates_never_mix()
    {
        using var output = new StringWriter();
        var gate = new Lock();
        using (var one = new IsolateWriter(output, gate, "[0] "))
        using (var other = new IsolateWriter(output, gate, "[1] "))
        {
            one.Write("a");
            other.Write("b\nc");
            one.Write("d\n\ne");
        }

        Assert.Equal("[1] b\n[0] ad\n[0] \n[1] c\n[0] e\n", output.ToString());
    }
}
