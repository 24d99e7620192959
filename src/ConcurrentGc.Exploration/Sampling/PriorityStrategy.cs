namespace ConcurrentGc.Exploration.Sampling;

/// <summary>
/// Probabilistic concurrency testing: actors have random priorities, the first of those with something to do makes the next
/// step, and at a few random steps the one that is first becomes the last.
/// </summary>
/// <remarks>Source: Burckhardt, Kothari, Musuvathi, Nagarakatte, ASPLOS 2010.</remarks>
/// <param name="depth">How many orderings must come together for the bug: there is one change of priorities less.</param>
public sealed class PriorityStrategy(int depth) : IStrategy
{
    private readonly int[] _changes = new int[depth - 1];
    private int[] _priorities = [];
    private int _last;

    /// <summary>The chance that a schedule finds a bug of a depth is at least this.</summary>
    /// <param name="actors">How many actors.</param>
    /// <param name="steps">Steps of the longest schedule.</param>
    public double Bound(int actors, int steps)
    {
        var chance = 1.0 / actors;
        for (var i = 1; i < depth; i++)
        {
            chance /= steps;
        }

        return chance;
    }

    /// <inheritdoc/>
    public void Begin(SeededRandom random, int actors, int steps)
    {
        _priorities = new int[actors];
        for (var actor = 0; actor < actors; actor++)
        {
            var other = random.Next(actor + 1);
            (_priorities[actor], _priorities[other]) = (_priorities[other], actor + 1);
        }

        for (var i = 0; i < _changes.Length; i++)
        {
            _changes[i] = random.Next(Math.Max(steps, 1));
        }

        _last = 0;
    }

    /// <inheritdoc/>
    public int Pick(ReadOnlySpan<int> enabled, int step)
    {
        var first = First(enabled);
        foreach (var change in _changes)
        {
            if (change == step)
            {
                _priorities[first] = --_last;
                first = First(enabled);
            }
        }

        return first;
    }

    /// <inheritdoc/>
    public void Yield(int actor) => _priorities[actor] = --_last;

    private int First(ReadOnlySpan<int> enabled)
    {
        var first = enabled[0];
        foreach (var actor in enabled)
        {
            first = _priorities[actor] > _priorities[first] ? actor : first;
        }

        return first;
    }
}
