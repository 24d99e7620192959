using System.Numerics;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Scavenging;

namespace ConcurrentGc.Tests.Support;

/// <summary>Stands for the collector in a parallel phase: wakes one dry worker for each segment that is published.</summary>
/// <param name="first">Number of the first worker's actor.</param>
internal struct Waker(int first) : IRole<CollectorMessage>
{
    private ulong _dry;

    public bool Receive<TTurn>(in CollectorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        if (message.Verb == CollectorVerb.RanDry)
        {
            _dry |= 1UL << message.Sender;
        }
        else if (_dry != 0)
        {
            var worker = BitOperations.TrailingZeroCount(_dry);
            _dry &= _dry - 1;
            turn.Send(new Address<ScavengerMessage>(first + worker), new ScavengerMessage(ScavengerVerb.Wake, 1));
        }

        return false;
    }

    public readonly bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => false;
}
