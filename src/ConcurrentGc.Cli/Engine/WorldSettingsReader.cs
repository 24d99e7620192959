using System.Numerics;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Engine;

/// <summary>Turns flags into the sizes of a world, rounding as V8 does.</summary>
/// <remarks>Source: V8 11.3, heap/heap.cc (ConfigureHeap).</remarks>
internal static class WorldSettingsReader
{
    private const long Megabyte = 1 << 20;

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="startup">What the heap holds before the program: there is room for it whatever the limits are.</param>
    public static WorldSettings Read(RunSettings settings, StartupSizes startup)
    {
        var defaults = new WorldSettings();
        var maximum = settings.MaxSemiSpaceMegabytes > 0
            ? (long)BitOperations.RoundUpToPowerOf2((uint)settings.MaxSemiSpaceMegabytes) * Megabyte
            : defaults.MaximumSemispaceBytes;
        var initial = settings.MinSemiSpaceMegabytes > 0
            ? settings.MinSemiSpaceMegabytes * Megabyte
            : defaults.InitialSemispaceBytes;
        var maximumOld = settings.MaxOldSpaceMegabytes > 0
            ? settings.MaxOldSpaceMegabytes * Megabyte
            : defaults.MaximumOldBytes;
        var geometry = defaults.Geometry;
        var atStart = startup.OldBytes + startup.LargeBytes;
        var pages = ((2 * (maximumOld + atStart)) + (4 * maximum) + (64 * Megabyte)) >> geometry.PageShift;
        return defaults with
        {
            Geometry = geometry with { ReservedPages = (int)pages },
            Helpers = settings.Helpers,
            ConcurrentSweeping = settings.ConcurrentSweeping,
            InitialSemispaceBytes = Math.Min(initial, maximum),
            MaximumSemispaceBytes = maximum,
            SemispaceGrowthFactor = Math.Max(2, settings.SemiSpaceGrowthFactor),
            MaximumOldBytes = maximumOld,
            InitialOldBytes = settings.InitialOldSpaceMegabytes * Megabyte,
            CollectionInterval = settings.GcInterval,
            VerifyHeap = settings.VerifyHeap,
        };
    }
}
