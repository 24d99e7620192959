namespace ConcurrentGc.Orinoco.Marking;

/// <summary>No old page will be evacuated in this cycle.</summary>
internal readonly struct SlotsIgnored : ISlotRecording
{
    /// <inheritdoc/>
    public static bool IsOn => false;
}
