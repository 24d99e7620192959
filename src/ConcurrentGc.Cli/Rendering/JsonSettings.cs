using System.Globalization;
using System.Text.Json;
using ConcurrentGc.Cli.Engine;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Machines;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.JavaScript.Loading;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>
/// The settings of a run in its JSON document, under the names of the flags: what held, with defaults filled in and sizes
/// rounded as V8 rounds them.
/// </summary>
internal static class JsonSettings
{
    private const decimal NanosecondsPerMillisecond = 1_000_000;

    /// <summary>Writes the object <c>settings</c>.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="machine">The machine.</param>
    public static void Write(Utf8JsonWriter json, RunSettings settings, Machine machine)
    {
        const int megabyte = 1 << 20;
        var world = WorldSettingsReader.Read(settings, machine.Heap);
        json.WriteStartObject("settings");
        json.WriteString("program", settings.ProgramName);
        json.WriteStartArray("arguments");
        foreach (var argument in settings.ProgramArguments)
        {
            json.WriteStringValue(argument);
        }

        json.WriteEndArray();
        json.WriteString("runtime", settings.Runtime == RuntimeHost.Virtual ? "virtual" : "threads");
        json.WriteString("machine", machine.Name);
        json.WriteString("geometry", world.Geometry.Name);
        json.WriteString("remembered-set", JsonNamingPolicy.KebabCaseLower.ConvertName(world.Geometry.RememberedSet.ToString()));
        json.WriteNumber("cores", settings.Cores > 0 ? settings.Cores : machine.Cores);
        json.WriteNumber("helpers", world.Helpers);
        json.WriteNumber("seed", settings.Seed);
        json.WriteString("js-tier", settings.Tier == ScriptTier.Turbofan ? "turbofan" : "ignition");
        json.WriteBoolean("predictable", settings.Predictable);
        WriteTechniques(json, world.Techniques);
        json.WriteNumber("frame-rate", settings.Embedder.FrameRate);
        json.WriteString("idle-time", Flags.IdleTime.Words[(int)settings.Embedder.IdleTime]);
        json.WriteString("memory-pressure", settings.Embedder.Pressure == MemoryPressure.None
            ? "none"
            : string.Create(CultureInfo.InvariantCulture, $"{settings.Embedder.Pressure}@{settings.Embedder.PressureAt / NanosecondsPerMillisecond:0.######}ms").ToLowerInvariant());
        json.WriteNumber("max-semi-space-size", world.MaximumSemispaceBytes / megabyte);
        json.WriteNumber("min-semi-space-size", world.InitialSemispaceBytes / megabyte);
        json.WriteNumber("semi-space-growth-factor", world.SemispaceGrowthFactor);
        json.WriteNumber("max-old-space-size", world.MaximumOldBytes / megabyte);
        json.WriteNumber("initial-old-space-size", world.OldLimitAtStart / megabyte);
        json.WriteNumber("heap-growing-percent", world.LimitRule.GrowingPercent);
        json.WriteBoolean("memory-balancer", world.LimitRule.IsSquareRoot != 0);
        json.WriteNumber("physical-memory", WorldSettingsReader.PhysicalBytes(settings) / megabyte);
        json.WriteNumber("stack-size", settings.StackKilobytes > 0 ? settings.StackKilobytes : new JavaScriptOptions().StackKilobytes);
        json.WriteNumber("gc-interval", world.CollectionInterval);
        json.WriteBoolean("verify-heap", world.VerifyHeap);
        json.WriteEndObject();
    }

    private static void WriteTechniques(Utf8JsonWriter json, Techniques techniques)
    {
        json.WriteString("marking", JsonNamingPolicy.KebabCaseLower.ConvertName(techniques.Marking.ToString()));
        json.WriteString("barrier", JsonNamingPolicy.KebabCaseLower.ConvertName(techniques.Barrier.ToString()));
        json.WriteBoolean("parallel-marking", techniques.ParallelMarking);
        json.WriteBoolean("parallel-scavenge", techniques.ParallelScavenge);
        json.WriteBoolean("parallel-compaction", techniques.ParallelCompaction);
        json.WriteBoolean("black-allocation", techniques.BlackAllocation);
        json.WriteBoolean("concurrent-sweeping", techniques.ConcurrentSweeping);
        json.WriteBoolean("concurrent-array-buffer-sweeping", techniques.ConcurrentBackingStoreSweeping);
        json.WriteBoolean("compact", techniques.Compaction);
        json.WriteBoolean("minor-gc-task", techniques.ScavengeTask);
        json.WriteBoolean("incremental-marking-task", techniques.MarkingTask);
        json.WriteBoolean("memory-reducer", techniques.MemoryReducer);
    }
}
