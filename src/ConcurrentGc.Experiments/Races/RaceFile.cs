using System.Text.Json;
using ConcurrentGc.Experiments.Yaml;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Experiments.Races;

/// <summary>Reads a litmus file (YAML; keys in <c>config/README.md</c>, schema in <c>config/races</c>).</summary>
public static class RaceFile
{
    private const int MostHelpers = 3;
    private const int MostEntries = 16;
    private const int MostSteps = 100_000;
    private const long MostStates = 1L << 40;

    private static readonly string[] _switch = ["false", "true"];

    /// <summary>Reads and checks a file.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <exception cref="InvalidInputException">
    /// The file cannot be read, is not YAML, has an unknown key, lacks one, or a value is none that is allowed.
    /// </exception>
    public static Race Read(string path) => YamlFile.Read(path, Parse);

    /// <summary>Reads and checks a text.</summary>
    /// <param name="path">The name that errors show.</param>
    /// <param name="text">YAML.</param>
    /// <exception cref="InvalidInputException">As for <see cref="Read"/>.</exception>
    public static Race Parse(string path, TextReader text)
    {
        var file = YamlFile.Parse(path, text, "race");
        var race = new Race
        {
            Broken = ReadTest(file),
            English = ReadText(file.Section("en")),
            Korean = ReadText(file.Section("ko")),
            References = file.Texts("references", static reference => reference),
            Expected = ReadOutcome(file.Section("expected")),
        };
        file.RefuseOtherKeys();
        return race;
    }

    private static LitmusTest ReadTest(YamlSection file)
    {
        var test = new LitmusTest
        {
            Name = file.Word("name"),
            Heap = file.Text("heap", LitmusScene.CheckHeap),
            Programs = file.Texts("programs", LitmusSyntax.Parse),
            Defect = Choice<Defect>(file, "defect", Defect.None),
        };
        return test with
        {
            Helpers = file.Has("helpers") ? (int)file.Whole("helpers", 0, MostHelpers) : test.Helpers,
            Barrier = Choice(file, "barrier", test.Barrier),
            Marking = Choice(file, "marking", test.Marking),
            ConcurrentSweeping = IsOn(file, "sweeping", test.ConcurrentSweeping),
            Compaction = IsOn(file, "compaction", test.Compaction),
            SegmentEntries = file.Has("segment-entries") ? (int)file.Whole("segment-entries", 1, MostEntries) : test.SegmentEntries,
            Memory = Choice(file, "memory", test.Memory),
            EvacuationAbortedAfter = file.Has("aborted-after") ? (int)file.Whole("aborted-after", 1, MostEntries) : test.EvacuationAbortedAfter,
        };
    }

    private static RaceText ReadText(YamlSection section)
    {
        var text = new RaceText(section.Text("title"), section.Text("rule"), section.Text("text"));
        section.RefuseOtherKeys();
        return text;
    }

    private static RaceOutcome ReadOutcome(YamlSection section)
    {
        var outcome = new RaceOutcome(
            section.Word("violated"), (int)section.Whole("steps", 1, MostSteps), section.Whole("states", 1, MostStates));
        section.RefuseOtherKeys();
        return outcome;
    }

    private static bool IsOn(YamlSection file, string key, bool otherwise) =>
        file.Has(key) ? file.Choice(key, _switch) == 1 : otherwise;

    private static T Choice<T>(YamlSection file, string key, T otherwise) where T : struct, Enum =>
        file.Has(key)
            ? Enum.GetValues<T>()[file.Choice(key, [.. Enum.GetNames<T>().Select(JsonNamingPolicy.KebabCaseLower.ConvertName)])]
            : otherwise;
}
