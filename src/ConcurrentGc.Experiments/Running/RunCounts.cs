namespace ConcurrentGc.Experiments.Running;

/// <summary>What a whole run did; zero where the engine does not count.</summary>
/// <param name="AllocatedBytes">Bytes that the program allocated, those after the last collection included.</param>
/// <param name="AllocatedObjects">Objects that the program allocated.</param>
/// <param name="Instructions">Instructions of the program by weight.</param>
/// <param name="Messages">Messages between roles.</param>
public sealed record RunCounts(
    long AllocatedBytes = 0, long AllocatedObjects = 0, long Instructions = 0, long Messages = 0);
