using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Tests.Actors;

/// <summary>
/// A toy role that wants a <see cref="Door"/>, the world's first table. The one that is told zero knocks as a role tries a
/// lock, and ends its slice each time; the one that is told a positive number opens so many milliseconds after a knock.
/// </summary>
internal struct Caller : IRole<Job>
{
    private const long NanosecondsPerMillisecond = 1_000_000;

    private long _patience;
    private long _until;

    public bool Receive<TTurn>(in Job message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        _patience = message.Steps * NanosecondsPerMillisecond;
        return true;
    }

    public bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        var door = turn.Tables.Get<Door>(0);
        if (_patience == 0)
        {
            if (door.TryEnter(turn.Now))
            {
                return false;
            }

            turn.Pay(Work.LockWait, 1);
            return true;
        }

        _until = _until == 0 && door.Knocks > 0 ? turn.Now + _patience : _until;
        if (_until == 0 || turn.Now < _until)
        {
            return true;
        }

        door.Open();
        return false;
    }
}
