using ConcurrentGc.Cli.Reproducing;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Calibration;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Cli.Calibrating;

/// <summary>
/// Counts what the programs do here. On the machine that comes with the command a program's time is its instructions and its
/// bytes at known prices, when nothing is marked beside it.
/// </summary>
/// <param name="runs">Runs the programs.</param>
internal sealed class ProgramWorks(LineRuns runs)
{
    private const double PicosecondsPerNanosecond = 1000;

    /// <summary>The programs that have Node's time for synchronous work: reference tables are of these.</summary>
    private static readonly string[] _programs =
        ["binarytrees", "fifo", "frame", "gcbench", "large", "lru", "rewire", "server", "splay"];

    /// <summary>Counts.</summary>
    /// <param name="tier">Word of the tier.</param>
    /// <param name="work">Its instructions.</param>
    /// <param name="progress">Told how far it is.</param>
    /// <exception cref="InvalidInputException">A program did not complete.</exception>
    public IReadOnlyList<ProgramWork> Count(string tier, Work work, Action<string>? progress)
    {
        var prices = MachineFile.Read(ConfigFolder.PathOf("machines", "node20", ".yaml")).Prices.Picoseconds;
        var lines = _programs.Select(program => $"{program} --predictable --no-incremental-marking --js-tier {tier}").ToList();
        var readings = runs.Run(lines, progress);
        return [.. _programs.Zip(lines, (program, line) => Of(program, line))];

        ProgramWork Of(string program, string line)
        {
            var reading = readings[line];
            if (reading.Summary is not { } summary)
            {
                throw InvalidInputException.In($"orinoco run {line}", $"found {reading.Problem}, allowed: a run that completes");
            }

            var bytes = (double)summary.Result.Counts.AllocatedBytes;
            var picoseconds = (summary.MutatorNanoseconds * PicosecondsPerNanosecond) - (bytes * prices[(int)Work.AllocateByte]);
            return new ProgramWork(program, picoseconds / prices[(int)work], bytes);
        }
    }
}
