using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Tests.Experiments;
using Xunit;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>Claims about the nine programs in one configuration; each configuration is a class, so that they run side by side.</summary>
/// <param name="configuration">Ending of the tables' names.</param>
public abstract class GoldTableTests(string configuration)
{
    public static TheoryData<string> Programs => [.. GoldRun.Programs.Keys];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_prints_what_it_prints_under_node(string program)
    {
        var run = GoldRun.Of(program, configuration);

        Assert.Equal((ProgramOutcome.Completed, "", ""), (run.Result.Outcome, run.Result.ErrorText, run.Error));
        Assert.Equal(GoldRun.Programs[program].Output + "\n", run.Output);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Collections_before_marking_agree_with_node_up_to_the_row_that_is_written_down(string program)
    {
        var comparison = GoldRun.Compare(program, configuration);

        Assert.Equal(ExpectedFidelity.Of($"{program}.{configuration}").FirstDisagreement, comparison.FirstDisagreement);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void The_score_is_no_lower_than_what_is_written_down(string program)
    {
        var score = GoldRun.Compare(program, configuration).Fidelity.Score;

        Assert.InRange(score, ExpectedFidelity.Of($"{program}.{configuration}").LeastScore, 1);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Totals_that_are_far_from_node_s_are_those_that_are_written_down_with_a_cause(string program)
    {
        var table = $"{program}.{configuration}";

        Assert.Equal(
            TotalMisses.WrittenDown(table),
            TotalMisses.Of(GoldRun.Of(program, configuration).Rows, GoldTables.Read(table)),
            StringComparer.Ordinal);
    }

    [Theory]
    [MemberData(nameof(Programs))]
    public void Without_marking_scavenges_are_as_many_as_under_node(string program)
    {
        var fidelity = GoldRun.Compare(program, configuration).Fidelity;
        if (fidelity.Reference[Quantity.MarkCompacts] > 0)
        {
            return; // where a mark-compact empties the nursery depends on the speed of the real machine
        }

        var scavenges = fidelity.Reference[Quantity.Scavenges];
        var slack = Math.Max(2, scavenges / 50);

        Assert.Equal(0, fidelity.Simulated[Quantity.MarkCompacts]);
        Assert.InRange(fidelity.Simulated[Quantity.Scavenges], scavenges - slack, scavenges + slack);
    }
}
