using System.Text;
using ConcurrentGc.JavaScript.Loading;
using Jint;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>Random programs print under a moving collector what they print without one, and what Jint prints.</summary>
public sealed class GeneratedProgramTests
{
    // A wrong end of one variable's lifetime by one instruction was found by each of the first five seeds.
    [Theory]
    [InlineData(1, 10)]
    [InlineData(11, 20)]
    public void Random_programs_print_the_same_with_a_collection_before_every_allocation(int first, int last)
    {
        for (var seed = first; seed <= last; seed++)
        {
            var source = ProgramGenerator.Of((ulong)seed);
            var expected = $"seed {seed}: {ByJint(source)}";
            foreach (var tier in Enum.GetValues<JavaScriptTier>())
            {
                var calm = ProgramRun.OfText(source, new JavaScriptOptions { Tier = tier });
                var moved = StressRun.Of(source, new JavaScriptOptions { Tier = tier }, interval: 1, fullEvery: 7, verifyEvery: 101);

                Assert.Equal((expected, string.Empty), ($"seed {seed}: {calm.Output}", calm.Error));
                Assert.Equal((expected, string.Empty), ($"seed {seed}: {moved.Output}", moved.Error));
            }
        }
    }

    [Fact]
    public void Random_programs_print_the_same_while_their_functions_become_hot()
    {
        for (var seed = 101UL; seed <= 104; seed++)
        {
            var source = ProgramGenerator.Of(seed, rounds: 200);
            var cold = ProgramRun.OfText(source, new JavaScriptOptions { Tier = JavaScriptTier.Ignition });
            var calm = ProgramRun.OfText(source, new JavaScriptOptions());
            Assert.True(calm.Bytes < cold.Bytes, $"Seed {seed}: no function became hot.");

            var moved = StressRun.Of(source, new JavaScriptOptions(), interval: 31, fullEvery: 7, verifyEvery: 301);

            Assert.Equal(($"seed {seed}: {calm.Output}", string.Empty), ($"seed {seed}: {moved.Output}", moved.Error));
        }
    }

    [Fact]
    public void Random_programs_print_the_same_when_workers_race_step_by_step()
    {
        for (var seed = 201UL; seed <= 206; seed++)
        {
            var source = ProgramGenerator.Of(seed);
            var calm = ProgramRun.OfText(source, new JavaScriptOptions());

            var moved = StressRun.Of(source, new JavaScriptOptions(), interval: 7, fullEvery: 3, verifyEvery: 11, helpers: 2, seed);

            Assert.Equal(($"seed {seed}: {calm.Output}", string.Empty), ($"seed {seed}: {moved.Output}", moved.Error));
        }
    }

    private static string ByJint(string source)
    {
        var printed = new StringBuilder();
        using var engine = new Engine();
        engine.SetValue("print", new Action<string>(line => printed.Append(line).Append('\n')));
        engine.Execute("const console = { log: (x) => print(String(x)) };" + source);
        return printed.ToString();
    }
}
