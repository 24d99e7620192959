using ConcurrentGc.Exploration.Liveness;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Tests.Exploration.Liveness;

/// <summary>Actors that each make some steps, of which none depends on another's.</summary>
internal sealed class IndependentSteps(int actors, int steps) : ILiveSpace
{
    private const int Bits = 8;

    public int Actors => actors;

    public ulong Fair => ulong.MaxValue >> (64 - actors);

    public bool IsStronglyFair => false;

    public int ActorOf(int step) => step;

    public bool IsUnderWay(ReadOnlySpan<ulong> state) => true;

    public void Begin<TSink>(ref TSink sink) where TSink : struct, IStateSink, allows ref struct =>
        sink.Take(0, new ulong[1], isViolation: false);

    public void Expand<TSink>(ReadOnlySpan<ulong> state, ref TSink sink) where TSink : struct, IStateSink, allows ref struct
    {
        var from = state[0];
        for (var actor = 0; actor < actors; actor++)
        {
            if (((from >> (actor * Bits)) & ((1 << Bits) - 1)) < (ulong)steps)
            {
                sink.Take(actor, new[] { from + (1UL << (actor * Bits)) }, isViolation: false);
            }
        }
    }
}
