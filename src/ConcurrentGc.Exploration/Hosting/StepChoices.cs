namespace ConcurrentGc.Exploration.Hosting;

/// <summary>
/// The choices that a role asks for within one step. The first time each gets its first option; <see cref="TryNext"/> says
/// whether the step must be made again with others.
/// </summary>
public sealed class StepChoices
{
    private const int Most = 3;
    private readonly int[] _options = new int[Most];
    private readonly int[] _chosen = new int[Most];
    private int _used;
    private int _drawn;
    private bool _draws;

    /// <summary>The choices of the step, as a number of digits of eight bits, the first lowest.</summary>
    public int Packed
    {
        get
        {
            var packed = 0;
            for (var i = _used - 1; i >= 0; i--)
            {
                packed = (packed << 8) | _chosen[i];
            }

            return packed;
        }
    }

    /// <summary>Begins with a step of which nothing is chosen.</summary>
    public void Reset() => Give(0);

    /// <summary>Says what is to be chosen.</summary>
    /// <param name="packed">As <see cref="Packed"/>.</param>
    public void Give(int packed)
    {
        _draws = false;
        for (var i = 0; i < Most; i++)
        {
            (_chosen[i], packed) = (packed & 0xff, (int)((uint)packed >> 8));
        }
    }

    /// <summary>After a step: sets the next combination of choices.</summary>
    /// <returns>Whether there is one.</returns>
    public bool TryNext()
    {
        for (var i = _used - 1; i >= 0; i--)
        {
            if (_chosen[i] + 1 < _options[i])
            {
                _chosen[i]++;
                Array.Clear(_chosen, i + 1, Most - i - 1);
                return true;
            }
        }

        return false;
    }

    /// <summary>Has choices made at random.</summary>
    /// <param name="seed">What they follow from, not negative.</param>
    public void Draw(int seed) => (_draws, _drawn) = (true, seed);

    internal void Begin() => _used = 0;

    internal int Choose(int options)
    {
        _options[_used] = options;
        if (_draws)
        {
            _chosen[_used] = _drawn % options;
            _drawn /= options;
        }

        return _chosen[_used++];
    }
}
