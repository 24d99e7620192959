namespace ConcurrentGc.Exploration.Hosting;

/// <summary>What is to be seen of a core's store buffer, where others have a role.</summary>
/// <param name="Stores">Those that wait, oldest first.</param>
public sealed record BufferedStores(IReadOnlyList<BufferedStore> Stores);
