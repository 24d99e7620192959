using System.Runtime.InteropServices;
using ConcurrentGc.Exploration.Hosting;

namespace ConcurrentGc.Exploration.Walking;

/// <summary>
/// The actors that sleep in each state on the way: their next step was made before, in a state from which only steps that
/// commute with it lead here. Newest last.
/// </summary>
/// <remarks>Source: Godefroid, Partial-order methods, LNCS 1032, 1996, with its rule for states that are met again.</remarks>
internal sealed class SleepSets
{
    // Note [Sleep sets].
    //
    // When two steps commute, both orders lead to the same state, and it is enough to try one. So once a step of a state is
    // tried, its actor sleeps in the states behind the steps that are tried after it, as long as only steps come that commute
    // with it: what it would lead to was met already, in the other order. No state is left out, only ways to it; so all counts
    // of states stay as they are, which tests compare. A state is stored with the actors that slept when it was met. When it is
    // met again and one of them is awake, that one is tried then, and sleeps no more in what is stored.

    private readonly List<Footprint> _steps = [];

    /// <summary>Where the sleep set of the next state begins.</summary>
    public int Mark => _steps.Count;

    /// <summary>An actor's step was tried: it sleeps in the newest state.</summary>
    /// <param name="step">What it touched.</param>
    public void Add(in Footprint step) => _steps.Add(step);

    /// <summary>Adds the sleep set of the state behind a step: those that sleep where it is made and commute with it.</summary>
    /// <param name="from">Where the sleep set of the state begins in which it is made.</param>
    /// <param name="step">The step.</param>
    /// <returns>Bits of the actors.</returns>
    public uint AddBehind(int from, in Footprint step)
    {
        var (asleep, end) = (0U, _steps.Count);
        for (var i = from; i < end; i++)
        {
            if (_steps[i].CommutesWith(in step))
            {
                asleep |= 1U << _steps[i].Actor;
                _steps.Add(_steps[i]);
            }
        }

        return asleep;
    }

    /// <summary>Wakes those of the newest state that are not named.</summary>
    /// <param name="from">Where its sleep set begins.</param>
    /// <param name="bits">Bits of actors.</param>
    public void Keep(int from, uint bits)
    {
        var kept = from;
        for (var i = from; i < _steps.Count; i++)
        {
            if ((bits & (1U << _steps[i].Actor)) != 0)
            {
                _steps[kept++] = _steps[i];
            }
        }

        RemoveFrom(kept);
    }

    /// <summary>Goes back.</summary>
    /// <param name="mark">As <see cref="Mark"/> was.</param>
    public void RemoveFrom(int mark) => CollectionsMarshal.SetCount(_steps, mark);
}
