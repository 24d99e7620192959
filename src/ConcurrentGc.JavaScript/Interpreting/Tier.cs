namespace ConcurrentGc.JavaScript.Interpreting;

/// <summary>How a function runs in tier turbofan. See Note [Warming up].</summary>
internal enum Tier
{
    /// <summary>It boxes doubles, its literals carry mementos, and what it executes is counted.</summary>
    Unoptimized,

    /// <summary>As <see cref="Unoptimized"/>, until it is called again or one of its loops leaves for optimized code.</summary>
    Marked,

    /// <summary>Doubles stay in registers.</summary>
    Optimized,
}
