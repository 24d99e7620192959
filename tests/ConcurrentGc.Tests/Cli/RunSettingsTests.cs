using ConcurrentGc.Experiments.Running;
using Xunit;

namespace ConcurrentGc.Tests.Cli;

public sealed class RunSettingsTests
{
    [Fact]
    public void Without_flags_the_defaults_hold()
    {
        var settings = Settings("run fifo");

        Assert.Equal((RuntimeHost.Virtual, 4, 0L), (settings.Runtime, settings.Helpers, settings.Seed));
        Assert.Equal((2, ScriptTier.Turbofan), (settings.SemiSpaceGrowthFactor, settings.Tier));
        Assert.EndsWith("node20.yaml", settings.MachinePath, StringComparison.Ordinal);
        Assert.EndsWith("fifo.js", settings.ProgramPath, StringComparison.Ordinal);
        Assert.Empty(settings.ProgramArguments);
        Assert.Equal(new OutputSettings(), settings.Outputs);
    }

    [Theory]
    [InlineData("run fifo 40000 600 --seed 7 0 -4 -- --seed -- x")]
    [InlineData("--seed=7 run fifo 40000 600 0 -4 -- --seed -- x")]
    [InlineData("run --seed 7 fifo -- 40000 600 0 -4 --seed -- x")]
    public void Flags_stand_anywhere_before_the_two_dashes_and_other_words_go_to_the_program(string line)
    {
        var settings = Settings(line);

        Assert.Equal(7, settings.Seed);
        Assert.Equal(["40000", "600", "0", "-4", "--seed", "--", "x"], settings.ProgramArguments);
    }

    [Theory]
    [InlineData("--max_semi_space_size=64")]
    [InlineData("--max-semi-space-size 64")]
    [InlineData("--max-semi_space-size=64")]
    public void Dashes_and_underscores_are_the_same(string flag)
    {
        Assert.Equal(64, Settings("run fifo " + flag).MaxSemiSpaceMegabytes);
    }

    [Fact]
    public void Predictable_has_no_helpers()
    {
        var settings = Settings("run fifo --predictable");

        Assert.True(settings.Predictable);
        Assert.Equal(0, settings.Helpers);
    }

    [Fact]
    public void Every_flag_reaches_the_settings()
    {
        var settings = Settings(
            "run fifo --runtime threads --machine node20 --helpers 2 --seed -3 --js-tier ignition " +
            "--max-semi-space-size 32 --min-semi-space-size 2 --semi-space-growth-factor 3 --max-old-space-size 100 " +
            "--initial-old-space-size 50 --stack-size 500 --gc-interval 10 --verify-heap --trace-gc --log-level debug");

        Assert.Equal(
            (RuntimeHost.Threads, 2, -3L, ScriptTier.Ignition),
            (settings.Runtime, settings.Helpers, settings.Seed, settings.Tier));
        Assert.Equal(
            (32, 2, 3, 100, 50),
            (settings.MaxSemiSpaceMegabytes, settings.MinSemiSpaceMegabytes, settings.SemiSpaceGrowthFactor,
                settings.MaxOldSpaceMegabytes, settings.InitialOldSpaceMegabytes));
        Assert.Equal((500, 10, true), (settings.StackKilobytes, settings.GcInterval, settings.VerifyHeap));
        Assert.Equal(new OutputSettings(TraceGc: true, LogLevel: LogVolume.Debug), settings.Outputs);
    }

    [Fact]
    public void V8s_minus_one_turns_the_interval_off()
    {
        Assert.Equal(0, Settings("run fifo --gc-interval -1").GcInterval);
    }

    private static RunSettings Settings(string line)
    {
        var engine = new ReplayEngine();
        Assert.Equal("", string.Concat(Command.Run(line, engine).Error.Split('\n').Where(text => text.StartsWith("orinoco:", StringComparison.Ordinal))));
        return engine.Settings!;
    }
}
