namespace ConcurrentGc.Orinoco.Worlds;

/// <summary>The heap at the first line of a program, as a real runtime has it.</summary>
/// <param name="OldBytes">Live bytes in old space.</param>
/// <param name="OldObjects">Objects they are divided into.</param>
/// <param name="OldReferences">Pointers among them.</param>
/// <param name="OldTrimmedBytes">Bytes cut off the last old page.</param>
/// <param name="CodeBytes">Live bytes in code space.</param>
/// <param name="CodeTrimmedBytes">Bytes that a code page has less than a data page.</param>
/// <param name="LargeBytes">Bytes of the one object in large-object space.</param>
/// <param name="NewBytes">Bytes in new space.</param>
/// <param name="NewSurvivingBytes">Of those, the live ones.</param>
/// <param name="NewBiggestBytes">Of those, the bytes of the one that is too big for a copy buffer.</param>
public sealed record StartupSizes(
    long OldBytes,
    long OldObjects,
    long OldReferences,
    long OldTrimmedBytes,
    long CodeBytes,
    long CodeTrimmedBytes,
    long LargeBytes,
    long NewBytes,
    long NewSurvivingBytes,
    long NewBiggestBytes);
