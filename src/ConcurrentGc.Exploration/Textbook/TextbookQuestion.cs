namespace ConcurrentGc.Exploration.Textbook;

/// <summary>What is asked about a set of rules.</summary>
/// <param name="Objects">Objects of the heap, with two fields each: 1 to 4.</param>
/// <param name="Operations">The mutator makes no more operations than so many, from zero to 14; null: it has no bound.</param>
/// <param name="EveryHeap">Whether the search begins with every heap; else with a chain of two objects in register 0.</param>
/// <param name="EndlessMemory">
/// Whether there is always memory: what nobody reaches any more, and the collector has not in hand, can be allocated as if it
/// were another object. For questions of liveness, where the size of memory must not be what ends a cycle.
/// </param>
public sealed record TextbookQuestion(int Objects, int? Operations, bool EveryHeap, bool EndlessMemory = false)
{
    /// <summary>The most objects that a state has room for.</summary>
    public const int MostObjects = 4;

    /// <summary>The largest bound of operations that a state has room for.</summary>
    public const int MostOperations = 14;
}
