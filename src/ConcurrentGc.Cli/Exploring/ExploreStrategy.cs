namespace ConcurrentGc.Cli.Exploring;

/// <summary>How a world is searched, in the order of the words of <c>--strategy</c>.</summary>
internal enum ExploreStrategy
{
    /// <summary>All states, in any order, for a verdict.</summary>
    Exhaustive,

    /// <summary>All states by their distance from the start, for a shortest schedule.</summary>
    BreadthFirst,

    /// <summary>Some schedules, each step anybody's.</summary>
    Random,

    /// <summary>Some schedules by random priorities that change at a few steps.</summary>
    Pct,

    /// <summary>Some schedules that differ in a few steps from taking turns.</summary>
    Delay,
}
