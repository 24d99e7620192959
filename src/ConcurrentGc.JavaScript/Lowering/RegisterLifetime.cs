namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>Where the register of a block's variable is live: from its initialization to the end of its block.</summary>
/// <param name="Register">The register.</param>
/// <param name="From">The first instruction after the one that initializes it.</param>
/// <param name="To">The first instruction behind the block.</param>
internal readonly record struct RegisterLifetime(int Register, int From, int To);
