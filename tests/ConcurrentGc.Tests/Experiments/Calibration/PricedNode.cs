using System.Globalization;
using System.Text;
using ConcurrentGc.Experiments.Calibration;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Tests.Experiments.Calibration;

/// <summary>
/// Stands for a Node on which every kind of work costs exactly what it is told: it prints the lines that V8 would print.
/// One collection in four takes half as long again, as on a machine that others use too.
/// </summary>
/// <param name="price">Nanoseconds a unit.</param>
/// <param name="programs">What the programs do.</param>
internal sealed class PricedNode(Func<Work, double> price, IReadOnlyList<ProgramWork> programs) : INode
{
    private const double StartObjects = 39045;
    private const double StartWords = 177000;
    private const double StartBytes = 2535600;
    private const double PageBytes = 257720;
    private readonly StringBuilder _text = new();
    private int _lines;

    public string Run(NodeRun run)
    {
        _text.Clear().Append("what a program prints\n");
        if (programs.FirstOrDefault(program => string.Equals(program.Name, run.Script, StringComparison.Ordinal)) is { } known)
        {
            Program(known, run.Flags.Contains("--no-opt", StringComparer.Ordinal) ? Work.InstructionIgnition : Work.InstructionTurbofan);
            return _text.ToString();
        }

        double[] numbers = [.. run.Arguments.Skip(1).Select(word => double.Parse(word, CultureInfo.InvariantCulture))];
        switch (run.Arguments[0])
        {
            case "scavenge": Scavenges(numbers[0], 24 + (8 * numbers[1]), numbers[2]); break;
            case "slots": Slots(numbers[0], numbers[1]); break;
            case "mark-list": Marks(numbers[0], 2 + numbers[1], 1); break;
            case "mark-tree": Marks(numbers[0], 4, 1.5); break;
            case "mark-array": Marks(0, 0, 1, numbers[0]); break;
            case "evacuate": Evacuates(numbers[0], 24 + (8 * numbers[1])); break;
            case "sweep": Sweeps(numbers[0] * 40 / PageBytes, numbers[1]); break;
            case "large": Large(); break;
            default: return Invariant($"nanoseconds {5 + ((24 + (8 * numbers[1])) * price(Work.AllocateByte))}\n");
        }

        return _text.ToString();
    }

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private void Scavenges(double count, double bytes, double cycles)
    {
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            (double copied, double promoted) = cycle % 2 == 0 ? (count, (double)cycle) : (cycle, count / 2);
            Scavenge(copied * bytes, promoted * bytes, price(Work.ScavengeBase)
                + (copied * (price(Work.CopyObject) + (bytes * price(Work.CopyByte))))
                + (promoted * (price(Work.PromoteObject) + (bytes * price(Work.PromoteByte)))));
        }
    }

    private void Slots(double count, double cycles)
    {
        for (var cycle = 0; cycle < cycles; cycle++)
        {
            Scavenge(count * 40, 0, price(Work.ScavengeBase)
                + (count * (price(Work.VisitSlot) + price(Work.CopyObject) + (40 * price(Work.CopyByte)))));
        }
    }

    private void Large()
    {
        for (var cycle = 0; cycle < 20; cycle++)
        {
            Scavenge(0, 0, price(Work.ScavengeBase) + (16 * 1048576.0 / 131080 * price(Work.FreeLargePage)));
        }
    }

    private void Marks(double objects, double words, double slower, double extraWords = 0)
    {
        var start = (StartObjects * price(Work.MarkObject)) + (StartWords * price(Work.MarkWord));
        var own = objects > 1 ? (objects * slower * price(Work.MarkObject)) + (objects * words * price(Work.MarkWord)) : 0;
        var mark = start + own + (extraWords * price(Work.MarkWord));
        var sweep = (Math.Ceiling(StartBytes / PageBytes) * price(Work.SweepPage)) + (StartBytes * price(Work.SweepByte));
        for (var cycle = 0; cycle < 5; cycle++)
        {
            Full(mark + sweep + price(Work.MarkCompactBase), Invariant($"mark={mark / 1e6}"));
        }
    }

    private void Evacuates(double count, double bytes)
    {
        var copy = count * (price(Work.EvacuateObject) + (bytes * price(Work.EvacuateByte)));
        Full(copy, Invariant($"evacuate={copy / 1e6} evacuate.copy={copy / 1e6} promoted={count * bytes}"));
    }

    private void Sweeps(double pages, double every)
    {
        double[] live = [1, 1, 1, 1 / every, 1 / every];
        foreach (var share in live)
        {
            var sweep = pages * (price(Work.SweepPage) + (PageBytes * share * price(Work.SweepByte)));
            Full(sweep + 3e6, "mark=2 evacuate=1");
        }
    }

    private void Program(ProgramWork program, Work instruction)
    {
        const double pause = 7e6;
        const double busy = 3; // the machine gave a third of a core
        Scavenge(0, 0, pause * busy);
        var cpu = (program.Instructions * price(instruction)) + (program.Bytes * price(Work.AllocateByte)) + pause;
        _text.Append(CultureInfo.InvariantCulture, $"cpu-microseconds {cpu / 1e3} of {cpu * busy / 1e3}\n");
    }

    private void Scavenge(double copied, double promoted, double pause) =>
        Line("s", pause * (_lines++ % 4 == 3 && programs.Count == 0 ? 1.5 : 1), Invariant($"promoted={promoted} new_space_survived={copied}"));

    private void Full(double pause, string fields) => Line("mc", pause, fields);

    private void Line(string kind, double pause, string fields) => _text.Append(
        CultureInfo.InvariantCulture, $"[1:0x10000000]       25 ms: pause={pause / 1e6} mutator=20.5 gc={kind} {fields} promotion_ratio=33.7%\n");
}
