namespace ConcurrentGc.Exploration.Walking;

/// <summary>A part of a search that one thread hands to another: make the steps, then go on with some of the actors.</summary>
/// <param name="Steps">From the start to a state.</param>
/// <param name="Actors">Which of those that have something to do there.</param>
public sealed record WalkTask(IReadOnlyList<int> Steps, IReadOnlyList<int> Actors);
