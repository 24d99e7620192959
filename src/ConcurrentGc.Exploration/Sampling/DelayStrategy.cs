namespace ConcurrentGc.Exploration.Sampling;

/// <summary>
/// Delay bounding: an actor goes on as long as it has something to do, then the next one by number; at a few random steps the
/// one whose turn it is is passed over.
/// </summary>
/// <remarks>Source: Emmi, Qadeer, Rakamarić, POPL 2011.</remarks>
/// <param name="delays">How often one is passed over.</param>
public sealed class DelayStrategy(int delays) : IStrategy
{
    private readonly int[] _at = new int[delays];
    private int _actors;
    private int _current;

    /// <inheritdoc/>
    public void Begin(SeededRandom random, int actors, int steps)
    {
        (_actors, _current) = (actors, 0);
        for (var i = 0; i < delays; i++)
        {
            _at[i] = random.Next(Math.Max(steps, 1));
        }
    }

    /// <inheritdoc/>
    public int Pick(ReadOnlySpan<int> enabled, int step)
    {
        _current = From(enabled, _current);
        foreach (var at in _at)
        {
            if (at == step)
            {
                _current = From(enabled, (_current + 1) % _actors);
            }
        }

        return _current;
    }

    /// <inheritdoc/>
    public void Yield(int actor) => _current = (actor + 1) % _actors;

    /// <summary>The first of those with something to do, from a number on.</summary>
    private static int From(ReadOnlySpan<int> enabled, int number)
    {
        foreach (var actor in enabled)
        {
            if (actor >= number)
            {
                return actor;
            }
        }

        return enabled[0];
    }
}
