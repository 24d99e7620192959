using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Tests.Actors;

/// <summary>
/// A toy role that is inside the world's first table, a <see cref="Presence"/>, during each slice. Told a positive
/// number, it works so many slices; told zero, until it has met another one.
/// </summary>
internal struct Visitor : IRole<Job>
{
    private int _slices;
    private bool _waits;

    public bool Receive<TTurn>(in Job message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        _slices += message.Steps;
        _waits |= message.Steps == 0;
        return true;
    }

    public bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        var presence = turn.Tables.Get<Presence>(0);
        presence.Enter();
        while (turn.Spend(Work.Step, 1))
        {
        }

        presence.Leave();
        _slices--;
        return _waits ? presence.Most < 2 : _slices > 0;
    }
}
