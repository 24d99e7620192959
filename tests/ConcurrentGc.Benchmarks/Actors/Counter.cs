using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Benchmarks.Actors;

/// <summary>Counts down, one step at a time: what pace and slices cost when the work is next to nothing.</summary>
internal struct Counter : IRole<Ball>
{
    private long _left;
    private ulong _sum;

    /// <inheritdoc/>
    public bool Receive<TTurn>(in Ball message, ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        _left = message.Left;
        return true;
    }

    /// <inheritdoc/>
    public bool Step<TTurn>(ref TTurn turn) where TTurn : struct, ITurn, allows ref struct
    {
        while (_left > 0)
        {
            _left--;
            _sum = _sum * 6364136223846793005 + 1442695040888963407;
            if (!turn.Spend(Work.MarkObject, 1))
            {
                break;
            }
        }

        return _left > 0;
    }
}
