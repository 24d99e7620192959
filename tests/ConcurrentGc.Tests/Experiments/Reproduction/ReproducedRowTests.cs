using ConcurrentGc.Experiments.Reproduction;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Reproduction;

public sealed class ReproducedRowTests
{
    private static readonly RunReading _run = new([], null, [], "");

    [Theory]
    [InlineData(-0.6, Verdict.Holds)]
    [InlineData(-0.4, Verdict.Holds)]
    [InlineData(-0.39, Verdict.Differs)]
    [InlineData(double.NaN, Verdict.NoCollection)]
    public void The_verdict_is_whether_the_number_lies_in_its_band(double value, Verdict expected)
    {
        Assert.Equal(expected, Row(value, _run).Verdict);
    }

    [Fact]
    public void A_number_outside_its_band_says_why_as_far_as_is_known()
    {
        Assert.Equal("prices", Row(1, _run, "prices").Reason);
        Assert.Equal("no cause is known", Row(1, _run).Reason);
        Assert.Equal("", Row(-0.5, _run, "prices").Reason);
    }

    [Fact]
    public void A_run_that_did_not_complete_gives_no_number()
    {
        var row = Row(-0.5, _run with { Problem = "out-of-memory" });

        Assert.Equal((Verdict.NoNumber, "orinoco run splay: out-of-memory"), (row.Verdict, row.Reason));
    }

    private static ReproducedRow Row(double value, RunReading run, string cause = "")
    {
        var measure = new Measure("time", "-50 %", ["splay"], _ => value, Band.Change(-0.6, -0.4)) { Cause = cause };
        return ReproducedRow.Of(new PublishedResult("E1", "It is so.", "a paper", [measure]), measure, [run]);
    }
}
