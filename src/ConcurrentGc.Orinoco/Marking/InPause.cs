namespace ConcurrentGc.Orinoco.Marking;

/// <summary>The mutators stand.</summary>
internal readonly struct InPause : IMarkingPlace
{
    /// <inheritdoc/>
    public static bool IsBesideProgram => false;
}
