namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>A space and its pages.</summary>
/// <param name="Name">V8's name.</param>
/// <param name="Pages">One for each page, in the order of the space.</param>
public sealed record SpaceFragmentation(string Name, IReadOnlyList<PageFragmentation> Pages)
{
    /// <summary>All pages together.</summary>
    public PageFragmentation Total => Pages.Aggregate(default(PageFragmentation), (sum, page) => sum.With(page));
}
