namespace ConcurrentGc.JavaScript.Loading;

/// <summary>Which of Node's tiers allocation is modeled on.</summary>
public enum JavaScriptTier
{
    /// <summary>Node's default: doubles stay in registers, literals have no mementos.</summary>
    Turbofan = 0,

    /// <summary>Node with <c>--no-opt</c>: every double result is boxed, literals carry mementos.</summary>
    Ignition = 1,
}
