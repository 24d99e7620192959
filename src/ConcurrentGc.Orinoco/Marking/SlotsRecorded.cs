namespace ConcurrentGc.Orinoco.Marking;

/// <summary>Old pages will be evacuated in this cycle.</summary>
internal readonly struct SlotsRecorded : ISlotRecording
{
    /// <inheritdoc/>
    public static bool IsOn => true;
}
