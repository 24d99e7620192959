namespace ConcurrentGc.Orinoco.Marking;

/// <summary>
/// Whether a marker records slots that point to evacuation candidates: a type, so that the loop of a cycle that evacuates
/// no old page does not ask at each pointer.
/// </summary>
internal interface ISlotRecording
{
    /// <summary>Whether it does.</summary>
    static abstract bool IsOn { get; }
}
