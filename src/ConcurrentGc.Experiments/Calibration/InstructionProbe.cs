using System.Globalization;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Hosting;
using MathNet.Numerics.Statistics;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>
/// The price of an instruction: CPU time of the programs under Node less their collections and allocated bytes, by the
/// instructions that they take here; the median of the programs.
/// </summary>
/// <param name="work">The price.</param>
/// <param name="flags">Flags of Node for the tier.</param>
/// <param name="programs">What the programs do here.</param>
internal sealed class InstructionProbe(Work work, IReadOnlyList<string> flags, IReadOnlyList<ProgramWork> programs) : IProbe
{
    private const string Word = "cpu-microseconds ";
    private const string Of = " of ";
    private const double MicrosecondsPerMillisecond = 1e3;
    private const double NanosecondsPerMicrosecond = 1e3;

    /// <inheritdoc/>
    public string Name => flags.Count == 0 ? "optimized programs" : "programs under " + string.Join(' ', flags);

    /// <inheritdoc/>
    public void Measure(INode node, IDictionary<Work, double> prices) => prices[work] = Math.Max(0, programs
        .Select(program => (ProgramTime(node, program) - (program.Bytes * prices[Work.AllocateByte])) / program.Instructions)
        .Median());

    private double ProgramTime(INode node, ProgramWork program)
    {
        var run = new NodeRun([.. flags, "--predictable", "--trace-gc", "--trace-gc-nvp", "--require", "./cpu-time.js"], program.Name, []);
        var text = node.Run(run);
        var pauses = NvpLine.All(text).Sum(line => Number(line.Fields, "pause") + Number(line.Fields, "incremental"));
        var words = text.Split('\n').LastOrDefault(line => line.StartsWith(Word, StringComparison.Ordinal))?[Word.Length..].Split(Of);
        if (words is not [var cpu, var wall]
            || !double.TryParse(cpu, CultureInfo.InvariantCulture, out var worked)
            || !double.TryParse(wall, CultureInfo.InvariantCulture, out var passed))
        {
            throw InvalidInputException.In($"node {run}", $"found no line '{Word}N{Of}N', allowed: one at the end");
        }

        // Pauses are wall time. One thread did all, so the collector's share of both times is the same.
        return worked * NanosecondsPerMicrosecond * Math.Max(0, 1 - (pauses * MicrosecondsPerMillisecond / passed));
    }

    private static double Number(IReadOnlyDictionary<string, string> fields, string name) =>
        fields.TryGetValue(name, out var word) && double.TryParse(word, CultureInfo.InvariantCulture, out var number) ? number : 0;
}
