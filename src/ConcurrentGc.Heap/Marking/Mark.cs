namespace ConcurrentGc.Heap.Marking;

/// <summary>One mark bit.</summary>
/// <param name="Cell">Byte offset of the word that holds it.</param>
/// <param name="Bit">The word with that bit only.</param>
public readonly record struct Mark(long Cell, long Bit);
