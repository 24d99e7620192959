namespace ConcurrentGc.Experiments.Races;

/// <summary>What a search of every schedule finds.</summary>
/// <param name="Violated">With the defect: the rule of the heap that breaks.</param>
/// <param name="Steps">With the defect: steps of the shortest schedule that breaks it.</param>
/// <param name="States">Without it: how many different states there are, all safe.</param>
public sealed record RaceOutcome(string Violated, int Steps, long States);
