namespace ConcurrentGc.Experiments.Machines;

/// <summary>The heap that a program starts with: what the runtime itself has allocated by the first line of user code.</summary>
/// <param name="OldBytes">Bytes of live objects in old space; they live for ever.</param>
/// <param name="OldObjects">Number of those objects; sets their mean size.</param>
/// <param name="OldReferences">Pointers among them, which marking has to follow.</param>
/// <param name="CodeBytes">Bytes of live objects in code space.</param>
/// <param name="LargeBytes">Bytes of the one object in large-object space.</param>
/// <param name="NewBytes">Bytes allocated in new space.</param>
/// <param name="NewSurvivingBytes">Of those, the bytes that survive the first scavenge and live for ever.</param>
public sealed record StartupHeap(
    long OldBytes,
    long OldObjects,
    long OldReferences,
    long CodeBytes,
    long LargeBytes,
    long NewBytes,
    long NewSurvivingBytes);
