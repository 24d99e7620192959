namespace ConcurrentGc.Orinoco.Marking;

/// <summary>In a step on the main thread, or on a helper while the program runs.</summary>
internal readonly struct BesideProgram : IMarkingPlace
{
    /// <inheritdoc/>
    public static bool IsBesideProgram => true;
}
