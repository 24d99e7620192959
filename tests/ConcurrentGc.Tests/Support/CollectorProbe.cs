using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Support;

/// <summary>Stands for the collector and only writes down what it is told.</summary>
internal struct CollectorProbe : IRole<CollectorMessage>
{
    public const EventKind Told = (EventKind)1001;

    public readonly bool Receive<TTurn>(in CollectorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        turn.Record(Told, message.Epoch, (long)message.Verb, message.Sender);
        return false;
    }

    public readonly bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => false;
}
