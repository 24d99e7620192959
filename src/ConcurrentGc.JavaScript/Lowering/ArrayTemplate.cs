namespace ConcurrentGc.JavaScript.Lowering;

/// <summary>An array literal of constants.</summary>
/// <param name="Elements">Numbers, strings, booleans, null (as <see cref="DBNull"/>).</param>
internal sealed record ArrayTemplate(object[] Elements);
