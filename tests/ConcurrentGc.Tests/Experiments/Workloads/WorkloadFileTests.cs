using System.Text.Json;
using ConcurrentGc.Cli;
using ConcurrentGc.Experiments;
using ConcurrentGc.Experiments.Workloads;
using CsCheck;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Workloads;

public sealed class WorkloadFileTests
{
    private static readonly string _text = File.ReadAllText(PathOf("requests"));

    public static TheoryData<string> Names => [.. ConfigFolder.Names("workloads", ".yaml")];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_workload_that_comes_with_the_command_is_named_like_its_file(string name) =>
        Assert.Equal(name, WorkloadFile.Read(PathOf(name)).Name);

    [Fact]
    public void Every_key_reaches_the_workload()
    {
        var workload = WorkloadFile.Read(PathOf("requests"));

        Assert.Equal((300_000_000, 200_000, 40), (workload.Bytes, workload.RequestBytes, workload.InstructionsPerObject));
        Assert.Equal((0.6, 0.3, 0.5), (workload.PointerShare, workload.StoresPerObject, workload.YoungShare));
        Assert.Equal((20, 4, 10), (workload.FrameDepth, workload.FrameLocals, workload.FrameObjects));
        Assert.Equal([0.97, 1], workload.Size.Parts!.Select(part => part.UpTo));
        Assert.Equal(new Distribution(DistributionKind.Gamma, 56, 2), workload.Size.Parts![0].Of);
        Assert.Equal(new Distribution(DistributionKind.Uniform, 256, 4096), workload.Size.Parts![1].Of);
        Assert.Equal(
            [DistributionKind.Exponential, DistributionKind.Request, DistributionKind.Request, DistributionKind.Immortal],
            workload.Lifetime.Parts!.Select(part => part.Of.Kind));
        Assert.Equal([20_000, 0, 50, 0], workload.Lifetime.Parts!.Select(part => part.Of.First));
    }

    [Fact]
    public void Pointers_requests_and_frames_may_be_missing()
    {
        var workload = Parse("name: a\nbytes: 1\nsize: {distribution: constant, value: 9}\nlifetime: {distribution: immortal}\ninstructions: 1");

        Assert.Equal(
            new Workload("a", 1, new Distribution(DistributionKind.Constant, 9), new Distribution(DistributionKind.Immortal))
            {
                InstructionsPerObject = 1,
            },
            workload);
    }

    [Theory]
    [InlineData("bytes: 300000000", "bytes: 0", "bytes: found '0', allowed: a whole number from 1 to 1125899906842624")]
    [InlineData("bytes: 300000000", "bites: 300000000", "bytes: found nothing, allowed: a whole number from 1 to 1125899906842624")]
    [InlineData("instructions: 40", "instructions: 40\ninstruction: 3", "'instruction': unknown key; did you mean instructions? (allowed: requests, name, bytes, size, lifetime, pretenured-lifetime, instructions, pointers, frames, animation)")]
    [InlineData("distribution: gamma", "distribution: gama", "size.parts[0].distribution: found 'gama'; did you mean gamma?, allowed: constant, uniform, exponential, gamma, mixture")]
    [InlineData("distribution: gamma", "distribution: immortal", "size.parts[0].distribution: found 'immortal', allowed: constant, uniform, exponential, gamma, mixture")]
    [InlineData("      shape: 2", "      shap: 2", "size.parts[0].shape: found nothing, allowed: a number from 0.01 to 1000")]
    [InlineData("      shape: 2", "      shape: 2\n      most: 3", "size.parts[0].'most': unknown key, allowed: share, distribution, mean, shape")]
    [InlineData("most: 4096", "most: 200", "size.parts[1].most: found '200', allowed: a number from 256 to 67108864")]
    [InlineData("share: 97", "share: -1", "size.parts[0].share: found '-1', allowed: a number from 0 to 1125899906842624")]
    [InlineData("following: 50", "following: 1.5", "lifetime.parts[2].following: found '1.5', allowed: a whole number from 0 to 1000000")]
    [InlineData("share: 0.6", "share: 1.1", "pointers.share: found '1.1', allowed: a number from 0 to 1")]
    [InlineData("young-share: 0.5", "yung-share: 0.5", "pointers.'yung-share': unknown key; did you mean young-share? (allowed: share, stores, young-share)")]
    [InlineData("requests:\n  bytes: 200000\n", "", "lifetime.parts[1].distribution: found 'request', allowed: only beside the key 'requests'")]
    [InlineData("depth: 20", "depth: 0", "frames.depth: found '0', allowed: a whole number from 1 to 10000")]
    public void A_wrong_value_is_named_with_its_place_and_what_is_allowed(string from, string to, string expected)
    {
        var message = Refused(_text.Replace(from, to, StringComparison.Ordinal));

        Assert.Matches("^workload\\.yaml:[1-9][0-9]*:[1-9][0-9]*: ", message);
        Assert.EndsWith(expected, message, StringComparison.Ordinal);
    }

    [Fact]
    public void Shares_that_are_all_zero_are_refused() =>
        Assert.EndsWith(
            "size.parts: found shares that are all 0, allowed: one above 0",
            Refused("name: a\nbytes: 1\nsize: {distribution: mixture, parts: [{share: 0, distribution: constant, value: 1}]}"),
            StringComparison.Ordinal);

    [Fact]
    public void The_schema_knows_the_keys_of_the_reader()
    {
        using var schema = JsonDocument.Parse(File.ReadAllText(Path.Combine(ConfigFolder.Path, "workloads", "workload.schema.json")));
        var keys = Keys(schema.RootElement.GetProperty("properties"))
            .Concat(Keys(schema.RootElement.GetProperty("$defs").GetProperty("lifetime").GetProperty("properties")));

        var readme = Conventions.Repository.Read("config/README.md");
        Assert.All(keys, key => Assert.Matches($"`([a-z]+\\.)?{key}`", readme));
        var message = Refused("name: a\nbytes: 1\nsize: {distribution: constant, value: 1}\nlifetime: {distribution: immortal}\ninstructions: 1\nx: 1");
        Assert.Equal(
            Keys(schema.RootElement.GetProperty("properties")).Order(StringComparer.Ordinal),
            message.Split("allowed: ")[1].Split(", ").Order(StringComparer.Ordinal),
            StringComparer.Ordinal);
    }

    [Fact]
    public void Any_damage_to_a_file_gives_a_workload_or_one_line()
    {
        var damage = Gen.Select(Gen.Int[0, _text.Length - 1], Gen.Int[0, 40], Gen.String[Gen.Char[' ', '~'], 0, 12]);

        // A fixed seed: the same damage in every run.
        var random = new PCG(1, 2026);
        for (var number = 0; number < 1000; number++)
        {
            var (start, length, inserted) = damage.Generate(random, null, out _);
            var text = _text[..start] + inserted + _text[Math.Min(_text.Length, start + length)..];
            try
            {
                Parse(text);
            }
            catch (InvalidInputException problem)
            {
                Assert.False(problem.Message.Contains('\n', StringComparison.Ordinal), $"{number}: {problem.Message}");
            }
        }
    }

    private static IEnumerable<string> Keys(JsonElement properties) => properties.EnumerateObject().Select(property => property.Name);

    private static string PathOf(string name) => ConfigFolder.PathOf("workloads", name, ".yaml");

    private static Workload Parse(string text) => WorkloadFile.Parse("workload.yaml", new StringReader(text));

    private static string Refused(string text) => Assert.Throws<InvalidInputException>(() => Parse(text)).Message;
}
