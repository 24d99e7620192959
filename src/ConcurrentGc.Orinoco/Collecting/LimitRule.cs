namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>What a full collection sets the old generation's limit by, where it is not V8's default.</summary>
/// <param name="GrowingPercent">By how much the old generation grows, V8's <c>--heap-growing-percent</c>; zero: by speeds.</param>
/// <param name="IsSquareRoot">
/// Non-zero: by the square root of the live bytes, V8's <c>--memory-balancer</c> of later versions.
/// </param>
public readonly record struct LimitRule(int GrowingPercent, int IsSquareRoot);
