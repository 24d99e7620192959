namespace ConcurrentGc.Experiments.Checking;

/// <summary>Sizes that a random program draws from.</summary>
/// <param name="LargestWords">Words of a regular object at most.</param>
/// <param name="LargeEvery">One of so many objects is large; zero: none is.</param>
/// <param name="ShelfWords">Slots of its shelf; a mix without a shelf does not look at it.</param>
/// <param name="SleepEvery">It sleeps after so many operations; zero: never.</param>
internal readonly record struct RandomSizes(int LargestWords, int LargeEvery, int ShelfWords = 0, int SleepEvery = 0);
