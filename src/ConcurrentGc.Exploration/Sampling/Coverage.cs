using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Sampling;

/// <summary>Which states schedules have met, and which of the choices there they have made. Many threads may add.</summary>
/// <param name="most">Memory at most, in bytes; about so many, since it is looked at between schedules.</param>
public sealed class Coverage(long most)
{
    private const ulong Golden = 0x9e3779b97f4a7c15;
    private readonly SharedFingerprints _states = new();
    private readonly SharedFingerprints _chosen = new();
    private long _choices;

    /// <summary>Different states.</summary>
    public long States => _states.Count;

    /// <summary>Choices that these leave.</summary>
    public long Choices => Volatile.Read(ref _choices);

    /// <summary>Different choices that were made.</summary>
    public long Chosen => _chosen.Count;

    /// <summary>Memory that it takes now, in bytes.</summary>
    public long Bytes => _states.Bytes + _chosen.Bytes;

    /// <summary>Whether nothing is added any more.</summary>
    public bool IsFull { get; private set; }

    /// <summary>Adds a choice.</summary>
    /// <param name="state">The state in which it is made.</param>
    /// <param name="enabled">How many actors could go on there.</param>
    /// <param name="actor">The one that does.</param>
    public void Add(Fingerprint state, int enabled, int actor)
    {
        if (IsFull)
        {
            return;
        }

        if (_states.Add(state))
        {
            Interlocked.Add(ref _choices, enabled);
        }

        var turn = (ulong)(actor + 1) * Golden;
        _chosen.Add(new Fingerprint(state.Low ^ turn, state.High ^ ulong.RotateLeft(turn, 32)));
    }

    /// <summary>Looks at the memory.</summary>
    public void Look() => IsFull = IsFull || Bytes > most;
}
