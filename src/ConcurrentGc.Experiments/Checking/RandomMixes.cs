using ConcurrentGc.Exploration.Sampling;
using static ConcurrentGc.Experiments.Checking.RandomOperation;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>The weights of operations, by mix.</summary>
internal static class RandomMixes
{
    private static readonly (RandomOperation Operation, int Weight)[][] _mixes =
    [
        [(Allocate, 5), (Load, 2), (Store, 2), (Drop, 1)],
        [
            (Allocate, 9), (AllocateWeak, 2), (AllocateBuffer, 1), (AllocateOld, 1), (Load, 3), (Store, 6), (Keep, 4), (Take, 3),
            (Release, 2), (Push, 4), (Unlink, 4), (Drop, 1),
        ],
        [
            (Allocate, 9), (AllocateWeak, 4), (AllocateBuffer, 1), (AllocateOld, 1), (Load, 3), (LoadWeak, 2), (KeepWeak, 3), (Store, 6),
            (Keep, 4), (Take, 3), (Release, 2), (Push, 4), (Unlink, 4), (Drop, 1),
        ],
        [
            (Allocate, 9), (AllocateWeak, 2), (AllocateBuffer, 1), (AllocateOld, 3), (Load, 3), (Store, 6), (Keep, 4), (Take, 6),
            (Release, 2), (Push, 4), (Unlink, 4), (Drop, 1), (Change, 8),
        ],
    ];

    private static readonly int[] _sums = [.. _mixes.Select(mix => mix.Sum(each => each.Weight))];

    /// <summary>Draws what comes next.</summary>
    /// <param name="mix">The mix.</param>
    /// <param name="random">Gives one number.</param>
    public static RandomOperation Draw(RandomMix mix, ref SeededRandom random)
    {
        var rest = random.Next(_sums[(int)mix]);
        var at = 0;
        while (rest >= _mixes[(int)mix][at].Weight)
        {
            rest -= _mixes[(int)mix][at++].Weight;
        }

        return _mixes[(int)mix][at].Operation;
    }
}
