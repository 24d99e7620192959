using System.Text.Json;
using ConcurrentGc.Experiments.Running;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>The settings of a run in its JSON document, under the names of the flags.</summary>
internal static class JsonSettings
{
    /// <summary>Writes the object <c>settings</c>.</summary>
    /// <param name="json">Takes it.</param>
    /// <param name="settings">The settings.</param>
    /// <param name="machine">Name of the machine.</param>
    public static void Write(Utf8JsonWriter json, RunSettings settings, string machine)
    {
        json.WriteStartObject("settings");
        json.WriteString("program", settings.ProgramName);
        json.WriteStartArray("arguments");
        foreach (var argument in settings.ProgramArguments)
        {
            json.WriteStringValue(argument);
        }

        json.WriteEndArray();
        json.WriteString("runtime", settings.Runtime == RuntimeHost.Virtual ? "virtual" : "threads");
        json.WriteString("machine", machine);
        json.WriteNumber("helpers", settings.Helpers);
        json.WriteNumber("seed", settings.Seed);
        json.WriteString("js-tier", settings.Tier == ScriptTier.Turbofan ? "turbofan" : "ignition");
        json.WriteBoolean("predictable", settings.Predictable);
        json.WriteBoolean("atomic-marking", settings.AtomicMarking);
        json.WriteNumber("max-semi-space-size", settings.MaxSemiSpaceMegabytes);
        json.WriteNumber("min-semi-space-size", settings.MinSemiSpaceMegabytes);
        json.WriteNumber("semi-space-growth-factor", settings.SemiSpaceGrowthFactor);
        json.WriteNumber("max-old-space-size", settings.MaxOldSpaceMegabytes);
        json.WriteNumber("initial-old-space-size", settings.InitialOldSpaceMegabytes);
        json.WriteNumber("stack-size", settings.StackKilobytes);
        json.WriteNumber("gc-interval", settings.GcInterval);
        json.WriteBoolean("verify-heap", settings.VerifyHeap);
        json.WriteEndObject();
    }
}
