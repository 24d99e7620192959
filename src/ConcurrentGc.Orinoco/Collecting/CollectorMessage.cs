namespace ConcurrentGc.Orinoco.Collecting;

/// <summary>A message to the collector.</summary>
/// <param name="Verb">What happened.</param>
/// <param name="Epoch">The cycle it belongs to; from a mutator that asks for one, how often in a row it asked for this.</param>
/// <param name="Sender">Number of the worker or isolate.</param>
/// <param name="Operand">See <see cref="CollectorVerb"/>.</param>
/// <param name="Flags">One: large; two: forced.</param>
public readonly record struct CollectorMessage(CollectorVerb Verb, long Epoch, int Sender, long Operand = 0, int Flags = 0)
{
    /// <summary>The allocation was of a large object.</summary>
    public const int LargeFlag = 1;

    /// <summary>There was room, but a collection is due by a setting.</summary>
    public const int ForcedFlag = 2;
}
