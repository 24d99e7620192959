using ConcurrentGc.Experiments.Yaml;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Experiments.Machines;

/// <summary>Reads a machine file (YAML; keys in <c>config/README.md</c>, schema in <c>config/machines</c>).</summary>
public static class MachineFile
{
    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <returns>A machine of which every number lies in its range.</returns>
    /// <exception cref="InvalidInputException">
    /// The file cannot be read, is not YAML, has an unknown key, lacks one, or a value is out of range.
    /// </exception>
    public static Machine Read(string path) => YamlFile.Read(path, Parse);

    /// <summary>Reads and checks a text.</summary>
    /// <param name="path">The name that errors show.</param>
    /// <param name="text">YAML.</param>
    /// <returns>A machine of which every number lies in its range.</returns>
    /// <exception cref="InvalidInputException">As for <see cref="Read"/>.</exception>
    public static Machine Parse(string path, TextReader text)
    {
        var file = YamlFile.Parse(path, text, "machine");
        var name = file.Word("name");
        var cores = (int)file.Whole("cores", 1, 1024);
        var slices = file.Section("slices");
        var objects = (int)slices.Whole("objects", 1, 1_000_000);
        var nanoseconds = (int)slices.Whole("nanoseconds", 1, 1_000_000_000);
        slices.RefuseOtherKeys();
        var heap = Heap(file.Section("heap"));
        var prices = Prices(file.Section("prices"));
        file.RefuseOtherKeys();
        return new Machine(name, cores, new MachinePrices(prices, objects, nanoseconds), heap);
    }

    private static StartupSizes Heap(YamlSection heap)
    {
        var startup = new StartupSizes(
            heap.Bytes("old-bytes", StartupLimits.LeastOldBytes, StartupLimits.MostOldBytes),
            heap.Whole("old-objects", 1, StartupLimits.MostOldBytes),
            heap.Whole("old-references", 0, StartupLimits.MostOldBytes),
            heap.Bytes("old-trimmed-bytes", 0, StartupLimits.PageBytes),
            heap.Bytes("code-bytes", StartupLimits.LeastCodeBytes, StartupLimits.PageBytes, orZero: true),
            heap.Bytes("code-trimmed-bytes", 0, StartupLimits.PageBytes),
            heap.Bytes("large-bytes", StartupLimits.LeastLargeBytes, StartupLimits.MostOldBytes, orZero: true),
            heap.Bytes("new-bytes", 0, StartupLimits.MostSurvivingBytes + StartupLimits.MostRegularBytes),
            heap.Bytes("new-surviving-bytes", 0, StartupLimits.MostSurvivingBytes),
            heap.Bytes("new-biggest-bytes", 0, StartupLimits.MostRegularBytes));
        heap.RefuseOtherKeys();
        foreach (var (key, found, least, most) in StartupLimits.Relations(startup))
        {
            if (found < least || found > most)
            {
                throw heap.Invalid(key, $"{found}", $"{least} to {most} beside the other sizes");
            }
        }

        return startup;
    }

    private static long[] Prices(YamlSection section)
    {
        var prices = new long[WorkNames.All.Count];
        foreach (var work in WorkNames.All)
        {
            // Who spins on a lock must let time pass, or the holder never goes on.
            var least = work == Work.LockWait ? 0.001m : 0;
            prices[(int)work] = section.Picoseconds(WorkNames.KeyOf(work), least);
        }

        section.RefuseOtherKeys();
        return prices;
    }
}
