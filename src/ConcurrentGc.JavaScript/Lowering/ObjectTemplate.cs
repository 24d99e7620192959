namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>An object literal whose names are known.</summary>
/// <param name="Names">Names of its properties in order, by number.</param>
internal sealed record ObjectTemplate(int[] Names);
