using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.Actors;

/// <summary>A toy role that does what it is told, good or bad.</summary>
/// <param name="number">Its own number.</param>
internal struct Servant(int number) : IRole<Order>
{
    private bool _toils;

    public bool Receive<TTurn>(in Order message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        switch (message)
        {
            case Order.Work:
                return true;
            case Order.Burst:
                turn.Send(new Address<Order>(number), Order.Work);
                turn.Send(new Address<Order>(number), Order.Work);
                turn.Send(new Address<Order>(number), Order.Work);
                return true;
            case Order.Fail:
                turn.Record(EventKind.Statistic, 1, 2, 3);
                throw new InvalidOperationException("told to");
            case Order.Toil:
                return _toils = true;
            case Order.EndProgram:
                turn.Record(EventKind.ProgramEnd, 0, 0, 7);
                return false;
            case Order.Misaddress:
                turn.Send(new Address<Order>(99), Order.Work);
                return false;
            case Order.Choose:
                turn.Record(EventKind.Statistic, 0, 0, turn.Choose(10));
                return false;
            default:
                throw new ArgumentOutOfRangeException(nameof(message));
        }
    }

    public readonly bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        do
        {
            turn.Record(EventKind.Statistic, 0, 0, 0);
        }
        while (turn.Spend(Work.Step, 1) && _toils);
        return _toils;
    }
}
