namespace ConcurrentGc.Exploration.Hosting;

/// <summary>A store that waits in the store buffer of a core.</summary>
/// <param name="Address">Byte offset of the word.</param>
/// <param name="Value">What will be there.</param>
public readonly record struct BufferedStore(long Address, long Value);
