using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>
/// The states of a world under the third host. A step is the number of an actor, in the lowest eight bits, and the choices
/// of its role above. See Note [What a step is].
/// </summary>
/// <param name="host">The host, its world built and its messages posted.</param>
/// <param name="words">Its words.</param>
/// <param name="rule">Looks at a state in which nobody has anything to do; the name of a rule that it breaks, or null.</param>
public sealed class WorldSpace(ExploreHost host, StateWords words, Func<string?> rule) : IStateSpace
{
    private const int ActorBits = 8;
    private readonly int[] _enabled = new int[host.Count];
    private ulong[] _from = [];

    /// <summary>What the last violation that was found says; null: none was.</summary>
    public string? Message { get; private set; }

    /// <summary>The words of the state that is there.</summary>
    public StateWords States => words;

    /// <inheritdoc/>
    public void Begin<TSink>(ref TSink sink) where TSink : struct, IStateSink, allows ref struct =>
        sink.Take(0, words.Read(), isViolation: false);

    /// <inheritdoc/>
    public void Expand<TSink>(ReadOnlySpan<ulong> state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        _from = state.Length <= _from.Length ? _from : new ulong[state.Length * 2];
        state.CopyTo(_from);
        var from = _from.AsSpan(0, state.Length);
        words.Write(from);
        var count = host.Enabled(_enabled);
        if (count == 0 && rule() is { } broken)
        {
            Message = broken;
            sink.Take(0, from, isViolation: true);
            return;
        }

        for (var i = 0; i < count; i++)
        {
            host.Choices.Reset();
            do
            {
                words.Write(from);
                var isViolation = !TryStep(_enabled[i]);
                if (!sink.Take(StepOf(_enabled[i], host.Choices.Packed), words.Read(), isViolation))
                {
                    return;
                }
            }
            while (host.Choices.TryNext());
        }
    }

    /// <summary>Makes a step in the state that is there now.</summary>
    /// <param name="step">An actor that has something to do, and what its role is to choose.</param>
    public void Make(int step)
    {
        host.Choices.Give(ChoicesOf(step));
        host.Step(ActorOf(step));
    }

    /// <summary>What a step chooses.</summary>
    /// <param name="step">The step.</param>
    public static int ChoicesOf(int step) => step >> ActorBits;

    /// <summary>The actor that makes a step.</summary>
    /// <param name="step">The step.</param>
    public static int ActorOf(int step) => step & ((1 << ActorBits) - 1);

    /// <summary>A step.</summary>
    /// <param name="actor">Who makes it.</param>
    /// <param name="choices">What its role chooses: <see cref="StepChoices.Packed"/>.</param>
    public static int StepOf(int actor, int choices) => actor | (choices << ActorBits);

    private bool TryStep(int actor)
    {
        try
        {
            host.Step(actor);
            return true;
        }
#pragma warning disable CA1031 // Whatever a role throws is a violation.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Message = failure.Message;
            return false;
        }
    }
}
