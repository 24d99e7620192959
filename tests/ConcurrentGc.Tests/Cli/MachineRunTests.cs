using System.Text.Json;
using System.Text.RegularExpressions;
using ConcurrentGc.Cli;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

/// <summary>What a machine file does to a run.</summary>
public sealed partial class MachineRunTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory().FullName;

    [Fact]
    public void The_fewer_cores_a_machine_has_the_longer_are_its_pauses()
    {
        var pauses = Enumerable.Range(1, 3).Select(cores => PausesWith($"cores: {cores}")).ToList();

        Assert.Equal(pauses.OrderDescending(), pauses);
        Assert.Equal(3, pauses.Distinct().Count());
    }

    [Theory]
    [InlineData("old-bytes: 268435456")]
    [InlineData("old-bytes: 131072; old-objects: 4096; old-references: 0")]
    [InlineData("large-bytes: 268435456")]
    [InlineData("large-bytes: 131080")]
    [InlineData("large-bytes: 0")]
    [InlineData("code-bytes: 262144")]
    [InlineData("code-bytes: 32")]
    [InlineData("code-bytes: 0")]
    [InlineData("old-objects: 79237; old-references: 158476")]
    [InlineData("old-objects: 39")]
    [InlineData("old-references: 238860")]
    [InlineData("old-trimmed-bytes: 262144; code-trimmed-bytes: 262144")]
    [InlineData("new-bytes: 655360; new-surviving-bytes: 524288")]
    [InlineData("new-bytes: 131088; new-surviving-bytes: 131072; new-biggest-bytes: 131072")]
    [InlineData("new-bytes: 0; new-surviving-bytes: 0; new-biggest-bytes: 0")]
    [InlineData("copy-byte: 1000000")]
    [InlineData("allocate-byte: 1000000; instruction-turbofan: 1000000")]
    public void A_machine_at_the_end_of_a_range_runs(string changes)
    {
        var run = Run(changes, "--max-old-space-size 512 --verify-heap");

        Assert.True(run.Code == 0, run.Error);
    }

    [Fact]
    public void Any_damaged_machine_file_that_can_be_read_runs()
    {
        var text = File.ReadAllText(ConfigFolder.PathOf("machines", "node20", ".yaml"));
        var numbers = Number().Matches(text);
        var damage = Gen.Select(Gen.Int[0, numbers.Count - 1], Gen.OneOf("0", "1", "2", "7", "8", "16", "64", "0.5", "00", "000"), Gen.Bool);

        // A fixed seed: the same damage in every run.
        var random = new PCG(1, 2024);
        var runs = 0;
        for (var number = 0; number < 400; number++)
        {
            var (index, digits, isAppended) = damage.Generate(random, null, out _);
            var place = numbers[index];
            var damaged = text[..place.Index] + (isAppended ? place.Value : "") + digits + text[(place.Index + place.Length)..];
            File.WriteAllText(Path.Combine(_folder, "machine.yaml"), damaged);
            var run = RunFile("--max-old-space-size 512");

            Assert.True(run.Code is 0 or 64, $"{number}\n{run.Error}\n{damaged}");
            runs += run.Code == 0 ? 1 : 0;
        }

        Assert.InRange(runs, 100, 400);
    }

    [Fact]
    public void A_start_up_heap_above_the_limit_is_out_of_memory()
    {
        var run = Run("old-bytes: 26843544; old-objects: 300000", "--max-old-space-size 8");

        Assert.True(run.Code == 3, run.Error);
    }

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    private long PausesWith(string changes)
    {
        using var document = JsonDocument.Parse(Run(changes, "--json").Output);
        return document.RootElement.GetProperty("pauses")[0].GetProperty("total").GetInt64();
    }

    private Command Run(string changes, string flags)
    {
        var lines = File.ReadAllLines(ConfigFolder.PathOf("machines", "node20", ".yaml"));
        foreach (var change in changes.Split("; "))
        {
            var key = change[..(change.IndexOf(':', StringComparison.Ordinal) + 1)];
            var place = Array.FindIndex(lines, line => line.TrimStart().StartsWith(key, StringComparison.Ordinal));
            lines[place] = lines[place][..lines[place].IndexOf(key, StringComparison.Ordinal)] + change;
        }

        File.WriteAllLines(Path.Combine(_folder, "machine.yaml"), lines);
        return RunFile(flags);
    }

    private Command RunFile(string flags)
    {
        string[] words = ["run", "splay", "400", "1000", "4", "1", "--machine", Path.Combine(_folder, "machine.yaml")];
        return Command.Run([.. words, .. flags.Split(' ')], EngineRegistration.Create());
    }

    [GeneratedRegex(@"(?<=^[^#\n]*: )[0-9.]+", RegexOptions.CultureInvariant | RegexOptions.Multiline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Number();
}
