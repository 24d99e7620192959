using System.Globalization;
using System.Text;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Cli.Reproducing;
using ConcurrentGc.Cli.Running;
using ConcurrentGc.Experiments.Calibration;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Cli.Calibrating;

/// <summary>What <c>orinoco calibrate</c> does: measures a real Node, prints its prices and writes a machine file.</summary>
/// <param name="surroundings">Where it prints and what runs programs.</param>
internal sealed class CalibrateCommand(Surroundings surroundings)
{
    private const string What = "calibrate";
    private const int DefaultRepetitions = 5;

    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>calibrate</c>.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">A word or flag that is not allowed, no Node, a file that cannot be written.</exception>
    /// <exception cref="Experiments.InvalidInputException">Node printed something else than expected.</exception>
    public int Run(ParsedLine line)
    {
        CommandDescriptions.Calibrate.RefuseForeignFlags(line);
        if (line.Words.Concat(line.Tail).Skip(1).FirstOrDefault() is { } word)
        {
            throw new UsageException($"{What}: found '{word}', allowed: flags only");
        }

        var path = ConfigFolder.Find("machine", line.Text(Flags.Machine) ?? "node20", "machines", ".yaml", ".yml");
        var before = MachineFile.Read(path);
        var node = new NodeProcess(line.Text(Flags.Node) ?? "node", surroundings.Cancellation);
        var repetitions = (int)line.Number(Flags.Repetitions, DefaultRepetitions);
        try
        {
            var description = node.Describe();
            using var file = line.Text(Flags.Output) is { } output ? OutputFile.Open(Flags.Output, output) : null;
            var prices = Measure(before, node, repetitions);
            string[] made = [.. Made(description, repetitions, path)];
            CalibrationRenderer.Write(made, prices, surroundings.Output);
            return file is null ? ExitCodes.Success : Write(file, line.Text(Flags.Output)!, made, before, prices);
        }
        catch (OperationCanceledException)
        {
            surroundings.Error.Write("orinoco: interrupted: nothing is written\n");
            return ExitCodes.Interrupted;
        }
    }

    private static IEnumerable<string> Made(IReadOnlyList<string> description, int repetitions, string path)
    {
        var (version, v8, platform, threads, processor) = (description[0], description[1], description[2], description[3], description[4]);
        yield return $"Measured by orinoco calibrate: medians of {repetitions} repetitions.";
        yield return $"Node {version} (V8 {v8}), {platform}, {threads} threads of {processor}.";
        yield return $"What no measurement fixes (heap, cores, slices, some prices) is that of {Path.GetFileName(path)}.";
    }

    private static string NameOf(string path)
    {
        var name = new StringBuilder();
        foreach (var letter in Path.GetFileNameWithoutExtension(path))
        {
            name.Append(char.IsAsciiLetterOrDigit(letter) || letter is '-' or '_' or '.' ? letter : '-');
        }

        return name.Length > 0 ? name.ToString() : What;
    }

    private IReadOnlyList<CalibratedPrice> Measure(Machine before, NodeProcess node, int repetitions)
    {
        using var progress = ProgressDisplay.Begin(surroundings, What);
        Action<string>? show = progress is null ? null : progress.Show;
        var works = new ProgramWorks(new LineRuns(What, surroundings.CreateEngine, surroundings.Cancellation));
        var optimized = works.Count("turbofan", Work.InstructionTurbofan, show);
        var interpreted = works.Count("ignition", Work.InstructionIgnition, show);
        return new PriceCalibration(before, optimized, interpreted).Run(node, repetitions, show);
    }

    private int Write(
        OutputFile file, string path, string[] made, Machine before, IReadOnlyList<CalibratedPrice> prices)
    {
        using (var text = new StreamWriter(file, leaveOpen: true))
        {
            CalibratedMachineWriter.Write(NameOf(path), made, before, prices, text);
        }

        surroundings.Output.Write(string.Create(CultureInfo.InvariantCulture, $"written to {path}\n"));
        return file.Problem is { } problem ? throw new UsageException(problem) : ExitCodes.Success;
    }
}
