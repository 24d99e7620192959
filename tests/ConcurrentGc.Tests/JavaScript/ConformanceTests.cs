using ConcurrentGc.JavaScript.Loading;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

public sealed class ConformanceTests
{
    public static TheoryData<string> Cases { get; } = [.. ProgramRun.Names("Cases")];

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_prints_what_Node_prints(string name) => Check(name, JavaScriptTier.Turbofan, interval: 0);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_prints_the_same_when_every_double_is_boxed(string name) => Check(name, JavaScriptTier.Ignition, interval: 0);

    [Theory]
    [MemberData(nameof(Cases))]
    public void A_case_prints_the_same_when_every_allocation_is_refused_once(string name)
    {
        Check(name, JavaScriptTier.Turbofan, interval: 1);
        Check(name, JavaScriptTier.Ignition, interval: 1);
        Check(name, JavaScriptTier.Ignition, interval: 3);
    }

    private static void Check(string name, JavaScriptTier tier, long interval)
    {
        var expected = File.ReadAllText(Path.Combine(ProgramRun.Folder, "Cases", name + ".out"));

        var run = ProgramRun.OfFile(Path.Combine("Cases", name + ".js"), new JavaScriptOptions { Tier = tier }, interval);

        Assert.Equal(expected, run.Output);
        Assert.Equal(string.Empty, run.Error);
        Assert.Equal(0, run.ExitCode);
    }
}
