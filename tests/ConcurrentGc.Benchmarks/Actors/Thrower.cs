using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Benchmarks.Actors;

/// <summary>Throws each ball to a random actor after a random amount of work.</summary>
/// <param name="actors">How many there are.</param>
internal struct Thrower(int actors) : IRole<Ball>
{
    /// <inheritdoc/>
    public readonly bool Receive<TTurn>(in Ball message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        var random = message.Random;
        random ^= random << 13;
        random ^= random >> 7;
        random ^= random << 17;
        turn.Pay(Work.Step, (long)(random >> 32 & 1023));
        if (message.Left > 0)
        {
            turn.Send(new Address<Ball>((int)(random % (ulong)actors)), new Ball(message.Left - 1, random));
        }

        return false;
    }

    /// <inheritdoc/>
    public readonly bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct => false;
}
