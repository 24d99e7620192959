namespace ConcurrentGc.Experiments.Running;

/// <summary>One space at the end of a run, with the fields of <c>v8.getHeapSpaceStatistics()</c>; all sizes in bytes.</summary>
/// <param name="SpaceName">V8's name: <c>new_space</c>, <c>old_space</c>, <c>code_space</c>, <c>large_object_space</c>, ...</param>
/// <param name="SpaceSize">Committed.</param>
/// <param name="SpaceUsedSize">Objects.</param>
/// <param name="SpaceAvailableSize">Free and usable without committing more.</param>
/// <param name="PhysicalSpaceSize">Committed and backed by memory.</param>
public sealed record HeapSpaceStatistics(
    string SpaceName, long SpaceSize, long SpaceUsedSize, long SpaceAvailableSize, long PhysicalSpaceSize);
