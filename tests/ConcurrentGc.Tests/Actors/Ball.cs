namespace ConcurrentGc.Tests.Actors;

/// <summary>What a <see cref="Thrower"/> throws.</summary>
/// <param name="Left">Throws that are left.</param>
/// <param name="Random">State of the generator that chooses receiver and work.</param>
internal readonly record struct Ball(int Left, ulong Random);
