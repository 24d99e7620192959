using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Worlds;
using YamlDotNet.Core;
using YamlDotNet.RepresentationModel;

namespace ConcurrentGc.Experiments.Machines;

/// <summary>Reads a machine file (YAML; keys in <c>config/README.md</c>, schema in <c>config/machines</c>).</summary>
public static class MachineFile
{
    private const long Petabyte = 1L << 50;

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <returns>A machine of which every number lies in its range.</returns>
    /// <exception cref="InvalidInputException">
    /// The file cannot be read, is not YAML, has an unknown key, lacks one, or a value is out of range.
    /// </exception>
    public static Machine Read(string path)
    {
        try
        {
            using var text = new StreamReader(path);
            return Parse(path, text);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw InvalidInputException.In(path, $"cannot be read: {problem.Message}");
        }
    }

    /// <summary>Reads and checks a text.</summary>
    /// <param name="path">The name that errors show.</param>
    /// <param name="text">YAML.</param>
    /// <returns>A machine of which every number lies in its range.</returns>
    /// <exception cref="InvalidInputException">As for <see cref="Read"/>.</exception>
    public static Machine Parse(string path, TextReader text)
    {
        var yaml = new YamlStream();
        try
        {
            yaml.Load(text);
        }
        catch (YamlException problem)
        {
            throw InvalidInputException.At(
                path, problem.Start.Line, problem.Start.Column, $"not YAML: {problem.Message}");
        }
        catch (Exception problem) when (problem is ArgumentException or InvalidOperationException)
        {
            // What the parser itself does not see as malformed: escapes without a character, keys without an end.
            throw InvalidInputException.In(path, $"not YAML: {problem.Message}");
        }

        if (yaml.Documents.Count != 1)
        {
            throw InvalidInputException.In(path, $"found {yaml.Documents.Count} documents, allowed: one machine");
        }

        var file = new YamlSection(path, string.Empty, yaml.Documents[0].RootNode);
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
            heap.Whole("old-bytes", 0, Petabyte),
            heap.Whole("old-objects", 0, Petabyte),
            heap.Whole("old-references", 0, Petabyte),
            heap.Whole("old-trimmed-bytes", 0, Petabyte),
            heap.Whole("code-bytes", 0, Petabyte),
            heap.Whole("code-trimmed-bytes", 0, Petabyte),
            heap.Whole("large-bytes", 0, Petabyte),
            heap.Whole("new-bytes", 0, Petabyte),
            heap.Whole("new-surviving-bytes", 0, Petabyte),
            heap.Whole("new-biggest-bytes", 0, Petabyte));
        heap.RefuseOtherKeys();
        if (startup.NewSurvivingBytes > startup.NewBytes)
        {
            throw heap.Invalid(
                "new-surviving-bytes", $"{startup.NewSurvivingBytes}", $"at most new-bytes, {startup.NewBytes}");
        }

        return startup;
    }

    private static long[] Prices(YamlSection section)
    {
        var prices = new long[WorkNames.All.Count];
        foreach (var work in WorkNames.All)
        {
            prices[(int)work] = section.Picoseconds(WorkNames.KeyOf(work));
        }

        section.RefuseOtherKeys();
        if (prices[(int)Work.LockWait] == 0)
        {
            throw section.Invalid(
                WorkNames.KeyOf(Work.LockWait), "0", "nanoseconds from 0.001: while a lock is held, only waiting for it lets virtual time pass");
        }

        return prices;
    }
}
