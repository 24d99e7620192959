using System.Text.Json;
using ConcurrentGc.Cli;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Worlds;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Machines;

public sealed class MachineFileTests
{
    private static readonly string _path = ConfigFolder.PathOf("machines", "node20", ".yaml");
    private static readonly string _text = File.ReadAllText(_path);

    [Fact]
    public void The_machine_of_the_reference_runs_has_the_measured_prices()
    {
        var machine = MachineFile.Read(_path);

        Assert.Equal(("node20", 2), (machine.Name, machine.Cores));
        Assert.Equal((256, 20_000), (machine.Prices.SliceObjects, machine.Prices.SliceNanoseconds));
        Assert.Equal(19_000, machine.Prices.Picoseconds[(int)Work.CopyObject]);
        Assert.Equal(50, machine.Prices.Picoseconds[(int)Work.CopyByte]);
        Assert.Equal(90_000_000, machine.Prices.Picoseconds[(int)Work.ScavengeBase]);
        Assert.Equal(new StartupSizes(2535600, 39045, 177000, 32768, 245712, 4760, 262160, 128928, 64928, 12352), machine.Heap);
    }

    [Fact]
    public void Every_kind_of_work_has_a_price()
    {
        Assert.Equal(Enum.GetValues<Work>().Length, MachineFile.Read(_path).Prices.Picoseconds.Count);
    }

    [Fact]
    public void The_schema_knows_the_same_keys_as_the_reader()
    {
        var schemaPath = Path.Combine(ConfigFolder.Path, "machines", "machine.schema.json");
        using var schema = JsonDocument.Parse(File.ReadAllText(schemaPath));
        var prices = schema.RootElement.GetProperty("properties").GetProperty("prices");

        var expected = WorkNames.All.Select(WorkNames.KeyOf);
        Assert.Equal(expected, prices.GetProperty("properties").EnumerateObject().Select(property => property.Name), StringComparer.Ordinal);
        Assert.Equal(expected, prices.GetProperty("required").EnumerateArray().Select(name => name.GetString()!), StringComparer.Ordinal);
    }

    [Theory]
    [InlineData("cores: 2", "cores: two", "cores: found 'two', allowed: a whole number from 1 to 1024")]
    [InlineData("cores: 2", "cores: 0", "cores: found '0', allowed: a whole number from 1 to 1024")]
    [InlineData("cores: 2", "cores: [2]", "cores: found a list, allowed: a whole number from 1 to 1024")]
    [InlineData("cores: 2", "core: 2", "cores: found nothing, allowed: a whole number from 1 to 1024")]
    [InlineData("cores: 2", "cores: 2\ncolor: red", "'color': unknown key, allowed: name, cores, slices, heap, prices")]
    [InlineData("copy-object: 19", "copy-object: -1", "prices.copy-object: found '-1', allowed: nanoseconds from 0 to 1000000 with at most three decimals")]
    [InlineData("copy-object: 19", "copy-object: 0.0001", "prices.copy-object: found '0.0001', allowed: nanoseconds from 0 to 1000000 with at most three decimals")]
    [InlineData("old-objects: 39045", "old-objects: 1.5", "heap.old-objects: found '1.5', allowed: a whole number from 1 to 268435456")]
    [InlineData("new-surviving-bytes: 64928", "new-surviving-bytes: 999999", "heap.new-surviving-bytes: found '999999', allowed: a multiple of 8 from 0 to 524288")]
    [InlineData("new-surviving-bytes: 64928", "new-surviving-bytes: 130048", "heap.new-surviving-bytes: found 130048, allowed: 12368 to 128928 beside the other sizes")]
    [InlineData("old-bytes: 2535600", "old-bytes: 0", "heap.old-bytes: found '0', allowed: a multiple of 8 from 131072 to 268435456")]
    [InlineData("old-bytes: 2535600", "old-bytes: 2535601", "heap.old-bytes: found '2535601', allowed: a multiple of 8 from 131072 to 268435456")]
    [InlineData("old-objects: 39045", "old-objects: 0", "heap.old-objects: found '0', allowed: a whole number from 1 to 268435456")]
    [InlineData("old-objects: 39045", "old-objects: 99999", "heap.old-objects: found 99999, allowed: 39 to 79237 beside the other sizes")]
    [InlineData("old-references: 177000", "old-references: 999999", "heap.old-references: found 999999, allowed: 0 to 238860 beside the other sizes")]
    [InlineData("code-bytes: 245712", "code-bytes: 1000000000", "heap.code-bytes: found '1000000000', allowed: 0 or a multiple of 8 from 32 to 262144")]
    [InlineData("large-bytes: 262160", "large-bytes: 1125899906842624", "heap.large-bytes: found '1125899906842624', allowed: 0 or a multiple of 8 from 131080 to 268435456")]
    [InlineData("new-bytes: 128928", "new-bytes: 655360", "heap.new-bytes: found 655360, allowed: 64944 to 196000 beside the other sizes")]
    [InlineData("new-biggest-bytes: 12352", "new-biggest-bytes: 8", "heap.new-biggest-bytes: found 8, allowed: 16 to 64928 beside the other sizes")]
    [InlineData("lock-wait: 50", "lock-wait: 0", "prices.lock-wait: found '0', allowed: nanoseconds from 0.001 to 1000000 with at most three decimals")]
    [InlineData("name: node20", "name: a/b", "name: found 'a/b', allowed: a word of letters, digits, '-', '_' and '.'")]
    public void A_wrong_value_is_named_with_its_place_and_what_is_allowed(string from, string to, string expected)
    {
        var message = Refused(_text.Replace(from, to, StringComparison.Ordinal));

        Assert.Matches("^machine\\.yaml:[1-9][0-9]*:[1-9][0-9]*: ", message);
        Assert.EndsWith(expected, message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("just text")]
    [InlineData("- a\n- b")]
    [InlineData("a: [")]
    [InlineData("a: 1\na: 2")]
    [InlineData("a: \"\\q\"")]
    [InlineData("a: *b")]
    [InlineData("a: 1\n---\nb: 1")]
    [InlineData("? {a: b}\n: c")]
    [InlineData("a: &x [*x]")]
    public void What_is_no_machine_is_refused_in_one_line(string text)
    {
        Assert.DoesNotContain('\n', Refused(text));
    }

    [Fact]
    public void Any_damage_to_a_file_gives_a_machine_or_one_line()
    {
        var damage = Gen.Select(Gen.Int[0, _text.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char[' ', '~'], 0, 12]);
        // A fixed seed: the same damage in every run.
        var random = new PCG(1, 2024);
        for (var number = 0; number < 2000; number++)
        {
            var (start, length, inserted) = damage.Generate(random, null, out _);
            var text = _text[..start] + inserted + _text[Math.Min(_text.Length, start + length)..];
            try
            {
                MachineFile.Parse("machine.yaml", new StringReader(text));
            }
            catch (InvalidInputException problem)
            {
                Assert.False(problem.Message.Contains('\n', StringComparison.Ordinal), $"{number}: {problem.Message}");
            }
        }
    }

    private static string Refused(string text) => Assert.Throws<InvalidInputException>(
        () => MachineFile.Parse("machine.yaml", new StringReader(text))).Message;
}
