using System.Numerics;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Footprint;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Engine;

/// <summary>Turns flags into the sizes of a world, rounding as V8 does.</summary>
/// <remarks>Source: V8 11.3, heap/heap.cc (ConfigureHeap).</remarks>
internal static class WorldSettingsReader
{
    private const long Megabyte = 1 << 20;

    /// <summary>Two semispaces, and young large objects up to the size of one.</summary>
    private const int SemispacesOfYoung = 3;

    /// <summary>The memory that V8's default limits follow.</summary>
    /// <param name="settings">Checked settings.</param>
    public static long PhysicalBytes(RunSettings settings) =>
        settings.PhysicalMegabytes > 0 ? settings.PhysicalMegabytes * Megabyte : NodeProcess.PhysicalBytes;

    /// <summary>The layout of the heap, but for the number of its pages.</summary>
    /// <param name="settings">Checked settings.</param>
    private static Geometry GeometryOf(RunSettings settings)
    {
        var geometry = settings.Geometry == HeapGeometry.Classic ? Geometry.Classic : Geometry.Node20;
        return geometry with { RememberedSet = settings.RememberedSet ?? geometry.RememberedSet };
    }

    /// <summary>What the program is told about its process.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="world">The sizes of its world.</param>
    public static ProcessSettings Process(RunSettings settings, WorldSettings world) => new()
    {
        Helpers = world.Helpers,
        PhysicalBytes = PhysicalBytes(settings),
        IsConstrained = settings.PhysicalMegabytes > 0,
        HeapLimitBytes = world.MaximumOldBytes + (SemispacesOfYoung * world.MaximumSemispaceBytes),
    };

    /// <summary>Reads the settings.</summary>
    /// <param name="settings">Checked settings.</param>
    /// <param name="startup">What the heap holds before the program: there is room for it whatever the limits are.</param>
    public static WorldSettings Read(RunSettings settings, StartupSizes startup)
    {
        var defaults = new WorldSettings();
        var maximum = settings.MaxSemiSpaceMegabytes > 0
            ? (long)BitOperations.RoundUpToPowerOf2((uint)settings.MaxSemiSpaceMegabytes) * Megabyte
            : PhysicalLimits.SemispaceBytes(PhysicalBytes(settings));
        var initial = settings.MinSemiSpaceMegabytes > 0
            ? settings.MinSemiSpaceMegabytes * Megabyte
            : defaults.InitialSemispaceBytes;
        var maximumOld = settings.MaxOldSpaceMegabytes > 0
            ? settings.MaxOldSpaceMegabytes * Megabyte
            : PhysicalLimits.OldBytes(PhysicalBytes(settings));
        var geometry = GeometryOf(settings);
        var atStart = startup.OldBytes + startup.LargeBytes;
        var pages = ((2 * (maximumOld + atStart)) + (4 * maximum) + (64 * Megabyte)) >> geometry.PageShift;
        return defaults with
        {
            Geometry = geometry with { ReservedPages = (int)pages },
            Techniques = settings.Techniques,
            Helpers = settings.Helpers,
            InitialSemispaceBytes = Math.Min(initial, maximum),
            MaximumSemispaceBytes = maximum,
            SemispaceGrowthFactor = Math.Max(2, settings.SemiSpaceGrowthFactor),
            MaximumOldBytes = maximumOld,
            InitialOldBytes = settings.InitialOldSpaceMegabytes * Megabyte,
            LimitRule = new LimitRule(settings.HeapGrowingPercent, settings.SquareRootLimit ? 1 : 0),
            NewSpaceShrinks = !settings.Predictable,
            FrameNanoseconds = settings.Embedder.FrameNanoseconds,
            IdleTime = settings.Embedder.IdleTime,
            Pressure = settings.Embedder.Pressure,
            PressureAt = settings.Embedder.PressureAt,
            CollectionInterval = settings.GcInterval,
            VerifyHeap = settings.VerifyHeap || settings.Techniques.Barrier is BarrierKind.Yuasa or BarrierKind.None,
        };
    }
}
