using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Support;

/// <summary>Stands for a mutator and only writes down what it is told.</summary>
internal struct MutatorProbe : IRole<MutatorMessage>
{
    public const EventKind Told = (EventKind)1002;

    public readonly bool Receive<TTurn>(in MutatorMessage message, ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct
    {
        turn.Record(Told, message.Epoch, (long)message.Verb, 0);
        return false;
    }

    public readonly bool Step<TTurn>(ref TTurn turn)
        where TTurn : struct, ITurn, allows ref struct => false;
}
