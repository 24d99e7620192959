using ConcurrentGc.JavaScript.Loading;
using Xunit;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>Random programs print under a moving collector what they print without one.</summary>
public sealed class GeneratedProgramTests
{
    [Fact]
    public void Random_programs_print_the_same_with_a_collection_before_every_allocation()
    {
        var first = ulong.Parse(Environment.GetEnvironmentVariable("FIRST") ?? "1");
        var count = ulong.Parse(Environment.GetEnvironmentVariable("COUNT") ?? "40");
        var bad = new List<string>();
        for (var seed = first; seed < first + count; seed++)
        {
            var source = ProgramGenerator.Of(seed);
            if (Environment.GetEnvironmentVariable("DUMP") is { } folder)
            {
                File.WriteAllText(Path.Combine(folder, $"p{seed}.js"), source);
            }

            foreach (var tier in (ReadOnlySpan<JavaScriptTier>)[JavaScriptTier.Turbofan, JavaScriptTier.Ignition])
            {
                try
                {
                    var options = new JavaScriptOptions { Tier = tier };
                    var calm = ProgramRun.OfText(source, options);
                    var stressed = StressRun.Of(source, options, interval: 1, fullEvery: 7, verifyEvery: 101);

                    Assert.Equal(string.Empty, calm.Error);
                    Assert.Equal((calm.Output, string.Empty), (stressed.Output, stressed.Error));
                    if (Environment.GetEnvironmentVariable("DUMP") is { } f)
                    {
                        File.WriteAllText(Path.Combine(f, $"p{seed}.out"), calm.Output);
                    }
                }
                catch (Exception e)
                {
                    bad.Add($"{seed} {tier}: {e.Message}"[..Math.Min(400, e.Message.Length + 10)]);
                }
            }
        }

        Assert.Empty(bad);
    }
}
