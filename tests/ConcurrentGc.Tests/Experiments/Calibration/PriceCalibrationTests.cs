using ConcurrentGc.Cli;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Calibration;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Calibration;

public sealed class PriceCalibrationTests
{
    private static readonly Machine _node20 = MachineFile.Read(ConfigFolder.PathOf("machines", "node20", ".yaml"));

    private static readonly IReadOnlyList<ProgramWork> _programs =
        [new("one", 1e9, 5e8), new("two", 3e9, 1e8), new("three", 2e9, 9e8)];

    public static TheoryData<Work> MeasuredPrices => [.. WorkNames.All.Where(PriceSources.IsMeasured)];

    [Theory]
    [MemberData(nameof(MeasuredPrices))]
    public void Prices_that_made_the_times_are_found_again(Work work)
    {
        var prices = Calibrate(Twisted, _programs);

        Assert.InRange((double)prices[(int)work].Nanoseconds / Twisted(work), 0.99, 1.01);
    }

    [Fact]
    public void Collections_that_others_delayed_are_left_out()
    {
        // Without programs the stand-in delays one scavenge in four.
        var run = NodeRun.Traced("scavenge 40000 2 24", semispaceMegabytes: 16);
        var text = new PricedNode(Twisted, []).Run(run);
        var points = TracedCollection.Read(run, text, CycleKind.Scavenge, 3)
            .Select(each => (new[] { 1, each.Copied, each.Promoted }, each.Pause)).ToList();

        var fit = UndisturbedFit.Of("scavenges", points);

        Assert.InRange(fit[1] / ((Twisted(Work.CopyObject) / 40) + Twisted(Work.CopyByte)), 0.98, 1.02);
    }

    [Fact]
    public void What_no_measurement_fixes_stays_as_it_was()
    {
        var prices = Calibrate(Twisted, _programs);

        var taken = prices.Where(price => !PriceSources.IsMeasured(price.Work)).ToList();
        Assert.Equal(
            [Work.Step, Work.ScanWord, Work.AtomicOperation, Work.LockWait, Work.Message, Work.FreeBackingStore], taken.Select(price => price.Work));
        Assert.All(taken, price => Assert.Equal((price.Before, 0), (price.Nanoseconds, price.Measured.Count)));
    }

    [Fact]
    public void A_price_is_the_median_of_its_repetitions()
    {
        var factors = new Queue<double>([1, 5, 1.2]);
        var factor = 1.0;
        var node = new PricedNode(work => Twisted(work) * factor, _programs);

        var prices = new PriceCalibration(_node20, _programs, _programs).Run(
            node, 3, text => factor = text.EndsWith("scavenges", StringComparison.Ordinal) ? factors.Dequeue() : factor);

        Assert.InRange((double)prices[(int)Work.CopyObject].Nanoseconds / Twisted(Work.CopyObject), 1.19, 1.21);
    }

    [Fact]
    public void A_machine_file_with_measured_prices_is_read_back_as_it_was_written()
    {
        var prices = Calibrate(Twisted, _programs);
        using var text = new StringWriter();

        CalibratedMachineWriter.Write("mine", ["made by a test"], _node20, prices, text);

        var machine = MachineFile.Parse("mine.yaml", new StringReader(text.ToString()));
        Assert.Equal(("mine", _node20.Cores, _node20.Heap), (machine.Name, machine.Cores, machine.Heap));
        Assert.Equal(prices.Select(price => (long)(price.Nanoseconds * 1000)), machine.Prices.Picoseconds);
        Assert.StartsWith("# made by a test\n", text.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("", "found 0 lines of --trace-gc-nvp with gc=s")]
    [InlineData("[1:0x1] 1 ms: pause=1 gc=mc\n", "found 0 lines of --trace-gc-nvp with gc=s")]
    public void Output_without_collections_is_one_line_that_names_the_run(string output, string expected)
    {
        var problem = Assert.Throws<InvalidInputException>(
            () => new PriceCalibration(_node20, _programs, _programs).Run(new SilentNode(output), 1, null));

        Assert.StartsWith("node --predictable --expose-gc --trace-gc --trace-gc-nvp", problem.Message, StringComparison.Ordinal);
        Assert.Contains(expected, problem.Message, StringComparison.Ordinal);
    }

    // Prices that are not those of any file: what is found again was not there before.
    private static double Twisted(Work work) => (1 + ((int)work * 0.07)) * work switch
    {
        Work.InstructionTurbofan or Work.AllocateByte or Work.CopyByte or Work.PromoteByte or Work.SweepByte => 0.1,
        Work.EvacuateByte or Work.InstructionIgnition => 1,
        Work.ScavengeBase or Work.SweepPage or Work.FreeLargePage => 30_000,
        Work.MarkCompactBase => 400_000,
        Work.VisitRoot or Work.VisitSlot or Work.UpdateSlot => 5 / (1 + ((int)work * 0.07)), // one measurement for all three
        _ => 12,
    };

    private static IReadOnlyList<CalibratedPrice> Calibrate(Func<Work, double> price, IReadOnlyList<ProgramWork> programs) =>
        new PriceCalibration(_node20, programs, programs).Run(new PricedNode(price, programs), 1, null);

    private sealed class SilentNode(string output) : INode
    {
        public string Run(NodeRun run) => output;
    }
}
