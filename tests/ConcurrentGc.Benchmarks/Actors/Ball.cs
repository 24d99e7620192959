namespace ConcurrentGc.Benchmarks.Actors;

/// <summary>The message of the benchmark: sixteen bytes, as most of the roles' messages.</summary>
/// <param name="Left">Throws that are left.</param>
/// <param name="Random">State of the generator that chooses receiver and price.</param>
internal readonly record struct Ball(long Left, ulong Random);
