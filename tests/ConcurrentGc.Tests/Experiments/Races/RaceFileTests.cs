using System.Text.Json;
using ConcurrentGc.Cli;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Races;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Defects;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Races;

public sealed class RaceFileTests
{
    private const string Optional = """

        barrier: steele
        marking: incremental
        helpers: 2
        sweeping: true
        compaction: true
        segment-entries: 3
        aborted-after: 4
        memory: tso
        """;

    private static readonly string _text = File.ReadAllText(PathOf("lost-object"));

    public static TheoryData<string> Names => [.. ConfigFolder.Names("races", ".yaml")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_race_that_comes_with_the_command_is_named_like_its_file(string name) =>
        Assert.Equal(name, RaceFile.Read(PathOf(name)).Name);

    [Fact]
    public void Every_key_reaches_the_race()
    {
        var race = Parse(_text + Optional);

        Assert.Equal(("lost-object", "Lost object"), (race.Name, race.English.Title));
        Assert.Equal(new RaceOutcome("BlackToWhite", 45, 6_308), race.Expected);
        Assert.Equal((Defect.NothingShaded, Defect.None), (race.Broken.Defect, race.Sound.Defect));
        Assert.Equal((BarrierKind.Steele, MarkingTechnique.Incremental), (race.Broken.Barrier, race.Broken.Marking));
        Assert.Equal((2, true, true), (race.Broken.Helpers, race.Broken.ConcurrentSweeping, race.Broken.Compaction));
        Assert.Equal((3, 4), (race.Broken.SegmentEntries, race.Broken.EvacuationAbortedAfter));
        Assert.Equal((MemoryModel.Tso, MemoryModel.Sequential), (race.Broken.Memory, Parse(_text).Broken.Memory));
        Assert.Equal(
            ["mark", "r1 = r0.0", "r0.0 = null", "r0.1 = r1", "r1 = null", "collect"],
            race.Broken.Programs.Single().Select(each => LitmusSyntax.Print(each)),
            StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("name: lost-object", "name: lost object", "name: found 'lost object', allowed: a word of letters, digits, '-', '_' and '.'")]
    [InlineData("defect: nothing-shaded", "defect: nothing-shade", "defect: found 'nothing-shade'; did you mean nothing-shaded?, allowed: none, nothing-shaded,")]
    [InlineData("defect: nothing-shaded", "defects: nothing-shaded", "'defects': unknown key; did you mean defect? (allowed: name,")]
    [InlineData("  a.0 -> x", "  a.0 - x", "heap: found 'a.0 - x', allowed: root NAME -> OBJECT,")]
    [InlineData("  a.0 -> x", "  a old 900", "heap: found a heap that cannot be drawn (")]
    [InlineData("    r1 = r0.0", "    r1 = r4.0", "programs[0]: found 'r1 = r4.0', allowed: rA = rB.FIELD,")]
    [InlineData("defect: nothing-shaded", "memory: relaxed", "memory: found 'relaxed', allowed: sequential, tso")]
    [InlineData("  title: Lost object", "  titel: Lost object", "en.title: found nothing, allowed: a text")]
    [InlineData("  steps: 45", "  steps: 0", "expected.steps: found '0', allowed: a whole number from 1 to 100000")]
    public void A_wrong_value_is_named_with_its_place_and_what_is_allowed(string from, string to, string expected)
    {
        Assert.Contains(from, _text, StringComparison.Ordinal);

        var message = Refused(_text.Replace(from, to, StringComparison.Ordinal));

        Assert.Matches("^race\\.yaml:[1-9][0-9]*:[1-9][0-9]*: ", message);
        Assert.Contains(": " + expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_schema_knows_the_keys_and_words_of_the_reader()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(ConfigFolder.Path, "races", "race.schema.json")));
        var properties = schema.RootElement.GetProperty("properties");
        var keys = properties.EnumerateObject().Select(property => property.Name).ToList();

        var readme = Conventions.Repository.Read("config/README.md");
        Assert.All(keys, key => Assert.Contains($"`{key}`", readme, StringComparison.Ordinal));
        Assert.Equal(
            keys.Order(StringComparer.Ordinal),
            Refused(_text + "\nx: 1").Split("allowed: ")[1].TrimEnd(')').Split(", ").Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
        Assert.Equal(
            Words("defect"), Refused(_text.Replace("nothing-shaded", "\"?\"", StringComparison.Ordinal)).Split("allowed: ")[1].Split(", "),
            StringComparer.Ordinal);
        Assert.Equal(
            Words("barrier"), Refused(_text + "\nbarrier: \"?\"").Split("allowed: ")[1].Split(", "), StringComparer.Ordinal);

        Assert.Equal(Words("memory"), Refused(_text + "\nmemory: \"?\"").Split("allowed: ")[1].Split(", "), StringComparer.Ordinal);

        IEnumerable<string> Words(string key) =>
            properties.GetProperty(key).GetProperty("enum").EnumerateArray().Select(word => word.GetString()!);
    }

    [Fact]
    public void A_thousand_damaged_files_each_get_one_line_with_line_and_column()
    {
        var text = _text + Optional;
        var damage = Gen.Select(Gen.Int[0, text.Length - 1], Gen.Int[0, 60], Gen.String[Gen.Char[' ', '~'], 0, 12]);

        // A fixed seed: the same damage in every run.
        var (random, refused) = (new PCG(1, 2026), 0);
        while (refused < 1000)
        {
            var (start, length, inserted) = damage.Generate(random, null, out _);
            try
            {
                Parse(text[..start] + inserted + text[Math.Min(text.Length, start + length)..]);
            }
            catch (InvalidInputException problem)
            {
                Assert.Matches("^race\\.yaml:[1-9][0-9]*:[1-9][0-9]*: [^\n]+$", problem.Message);
                refused++;
            }
        }
    }

    private static string PathOf(string name) => ConfigFolder.PathOf("races", name, ".yaml");

    private static Race Parse(string text) => RaceFile.Parse("race.yaml", new StringReader(text));

    private static string Refused(string text) => Assert.Throws<InvalidInputException>(() => Parse(text)).Message;
}
