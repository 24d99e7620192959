namespace ConcurrentGc.Experiments.Running;

/// <summary>The compiler tier whose allocations and prices a program has.</summary>
public enum ScriptTier
{
    /// <summary>Hot code is optimized: doubles stay in registers.</summary>
    Turbofan = 0,

    /// <summary>Everything is interpreted: each double is a heap number.</summary>
    Ignition = 1,
}
