using System.Globalization;
using ConcurrentGc.Experiments.Comparison;
using ConcurrentGc.Tests.Experiments;
using MathNet.Numerics.Statistics;
using Xunit;

namespace ConcurrentGc.Tests.Fidelity;

/// <summary>
/// Node's ordinary mode, where helpers copy and mark beside the program, so that runs differ: numbers are held against what five
/// runs gave. What misses stands in <c>Gold/ordinary-misses.csv</c> with its cause, and may not get worse.
/// </summary>
public sealed class OrdinaryModeTests
{
    private const double Slack = 0.01; // by which a miss may grow
    private const double Factor = 1.5;
    private const string ListedOnly = "large"; // its pauses hold the freeing of large pages, which V8 does beside them

    private static readonly Dictionary<string, double> _misses =
        File.ReadLines(GoldTables.FileOf("ordinary-misses.csv")).Skip(1).Select(line => line.Split(','))
            .ToDictionary(
                cells => $"{cells[0]} {cells[1]}",
                cells => double.Parse(cells[2], CultureInfo.InvariantCulture),
                StringComparer.Ordinal);

    public static TheoryData<string> Programs => [.. GoldRun.Programs.Keys];

    public static TheoryData<string> Phases =>
        [.. PhaseShareOfPause.All.Where(IsCounted).Select(share => share.Name).Distinct(StringComparer.Ordinal)];

    [Theory]
    [MemberData(nameof(Programs))]
    public void A_program_prints_what_it_prints_under_node(string program) =>
        Assert.Equal(GoldRun.Programs[program].Output + "\n", GoldRun.Ordinary(program).Output);

    [Theory]
    [MemberData(nameof(Programs))]
    public void Counts_and_bytes_lie_in_the_range_of_node_or_miss_it_by_no_more_than_what_is_written_down(string program)
    {
        var totals = RunTotals.Of(GoldRun.Ordinary(program).Rows);

        var worse = OrdinaryRange.All.Where(range => string.Equals(range.Program, program, StringComparison.Ordinal))
            .Select(range => (range.Name, Off: range.Off(totals[range.Quantity])))
            .Where(each => each.Off > _misses.GetValueOrDefault($"{program} {each.Name}", -Slack) + Slack)
            .Select(each => string.Create(CultureInfo.InvariantCulture, $"{program},{each.Name},{each.Off:F3}"));
        Assert.Empty(worse);
    }

    [Theory]
    [MemberData(nameof(Phases))]
    public void A_phase_has_its_part_of_the_pauses_within_a_factor_of_one_and_a_half_or_misses_as_written_down(string phase)
    {
        var ratio = PhaseShareOfPause.All
            .Where(share => IsCounted(share) && string.Equals(share.Name, phase, StringComparison.Ordinal))
            .Select(share => share.Ratio(GoldRun.Ordinary(share.Program)))
            .Median();

        // How far from one, in either direction: an absent phase is infinitely far.
        var factor = Math.Max(ratio, 1 / ratio);
        Assert.InRange(factor, 1, _misses.GetValueOrDefault($"all {phase}", Factor) * (1 + Slack));
    }

    [Fact]
    public void Every_miss_is_about_a_number_that_is_measured()
    {
        var known = OrdinaryRange.All.Select(range => $"{range.Program} {range.Name}")
            .Concat(PhaseShareOfPause.All.Select(share => $"all {share.Name}"));

        Assert.Empty(_misses.Keys.Except(known, StringComparer.Ordinal));
    }

    private static bool IsCounted(PhaseShareOfPause share) => !string.Equals(share.Program, ListedOnly, StringComparison.Ordinal);
}
