using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Tests.Actors;

/// <summary>Throws each ball to a random actor after a random amount of work, and sometimes has work left.</summary>
/// <param name="actors">How many there are.</param>
internal readonly struct Thrower(int actors) : IRole<Ball>
{
    public bool Receive<TTurn>(in Ball message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        var random = message.Random;
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        turn.Pay(Work.Step, (long)((random >> 32) & 63));
        if (message.Left > 0)
        {
            turn.Send(new Address<Ball>((int)(random % (ulong)actors)), new Ball(message.Left - 1, random));
        }

        return (random & 256) != 0;
    }

    public bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        turn.Spend(Work.Step, 7);
        return false;
    }
}
