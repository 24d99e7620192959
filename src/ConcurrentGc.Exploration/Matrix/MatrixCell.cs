using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Textbook;

namespace ConcurrentGc.Exploration.Matrix;

/// <summary>A set of rules and what the search said of it.</summary>
/// <param name="Rules">The rules.</param>
/// <param name="Objects">Objects of the heap that the verdict comes from: fewer than asked for when those broke a rule already, see Note [Fewer objects first].</param>
/// <param name="Result">The verdict and what it took.</param>
public sealed record MatrixCell(TextbookRules Rules, int Objects, SearchResult Result);
