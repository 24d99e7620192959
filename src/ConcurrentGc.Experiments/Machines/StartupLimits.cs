using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Experiments.Machines;

/// <summary>
/// Which start-up heaps a modeled heap can hold exactly as a machine file describes them: a number that would be cut,
/// rounded or not fit is refused instead. The filling is <see cref="StartupHeap"/>'s.
/// </summary>
internal static class StartupLimits
{
    /// <summary>Below this the objects of the program's own runtime would not fit.</summary>
    public const long LeastOldBytes = 1 << 17;

    /// <summary>256 MB: a hundred times what Node starts with.</summary>
    public const long MostOldBytes = 1 << 28;

    /// <summary>Two objects.</summary>
    public const long LeastCodeBytes = 32;

    /// <summary>Live bytes in new space: what fits into the smallest semispace beside one dead object.</summary>
    public const long MostSurvivingBytes = 1 << 19;

    private const long LeastObjectBytes = 16;
    private const long LeastFilledBytes = 32;

    /// <summary>Bytes of a page.</summary>
    public static long PageBytes => Geometry.Node20.PageBytes;

    /// <summary>Bytes of the largest object that shares a page.</summary>
    public static long MostRegularBytes => Geometry.Node20.MaximumRegularObjectBytes;

    /// <summary>Bytes of the smallest object that has pages of its own.</summary>
    public static long LeastLargeBytes => MostRegularBytes + 8;

    /// <summary>What sizes, each in its own range, may be beside each other.</summary>
    /// <param name="sizes">The sizes.</param>
    /// <returns>Key, its number, the smallest and the largest allowed.</returns>
    public static IEnumerable<(string Key, long Found, long Least, long Most)> Relations(StartupSizes sizes)
    {
        // Objects of one size: at least four words each, and at most half of what is regular, since the last takes the rest.
        var fewest = (sizes.OldBytes / (MostRegularBytes / 2)) + 1;
        yield return ("old-objects", sizes.OldObjects, fewest, Math.Max(1, sizes.OldBytes / LeastFilledBytes));
        yield return ("old-references", sizes.OldReferences, 0, Math.Max(0, (sizes.OldBytes / 8) - (2 * sizes.OldObjects)));

        // The survivors are the biggest object and a list, whose objects have two words at least.
        yield return ("new-biggest-bytes", sizes.NewBiggestBytes, LeastOf(sizes.NewBiggestBytes), sizes.NewSurvivingBytes);
        var list = sizes.NewSurvivingBytes - sizes.NewBiggestBytes;
        yield return ("new-surviving-bytes", sizes.NewSurvivingBytes, sizes.NewBiggestBytes + LeastOf(list), sizes.NewBytes);

        // The garbage is one object.
        var garbage = sizes.NewBytes - sizes.NewSurvivingBytes;
        yield return (
            "new-bytes",
            sizes.NewBytes,
            sizes.NewSurvivingBytes + LeastOf(garbage),
            sizes.NewSurvivingBytes + MostRegularBytes);
    }

    private static long LeastOf(long bytes) => bytes == 0 ? 0 : LeastObjectBytes;
}
