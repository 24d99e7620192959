using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Walking;

namespace ConcurrentGc.Exploration.Schedules;

/// <summary>Makes a failing schedule shorter, then smoother: fewest steps, then fewest switches from one actor to another.</summary>
/// <param name="create">Makes the world again.</param>
public sealed class Shrinking(Func<IExploredWorld> create)
{
    // Note [Shrinking a schedule].
    //
    // Left-out steps change what comes after: an actor may have nothing to do when its turn comes. Then its step is left out,
    // too, and the rest is made. So each attempt is a schedule of the world, which fails or does not. Halves are left out
    // first, then quarters, down to single steps, as long as the rest fails with the same rule; then runs of one actor are
    // moved up to its last run, as long as it fails in no more steps. A shorter schedule may exist that no such way leads to:
    // breadth-first search says.

    /// <summary>Shrinks a schedule.</summary>
    /// <param name="steps">It breaks a rule.</param>
    /// <returns>One that breaks a rule in no more steps.</returns>
    public IReadOnlyList<int> Shrink(IReadOnlyList<int> steps)
    {
        using var world = create();
        var walk = new WorldWalk(world);
        var best = Fails(walk, steps) ?? [.. steps];
        for (var length = best.Count / 2; length > 0; length = length > best.Count ? best.Count / 2 : length / 2)
        {
            for (var at = 0; at + length <= best.Count;)
            {
                var shorter = Fails(walk, [.. best.Take(at), .. best.Skip(at + length)]);
                (best, at) = shorter is not null && shorter.Count < best.Count ? (shorter, at) : (best, at + length);
            }
        }

        return Smooth(walk, best);
    }

    /// <summary>How often the next step is another actor's.</summary>
    /// <param name="steps">A schedule.</param>
    public static int Switches(IReadOnlyList<int> steps) =>
        steps.Zip(steps.Skip(1), (one, next) => WorldSpace.ActorOf(one) != WorldSpace.ActorOf(next)).Count(isSwitch => isSwitch);

    private static List<int> Smooth(WorldWalk walk, List<int> best)
    {
        for (var at = 1; at < best.Count; at++)
        {
            var actor = WorldSpace.ActorOf(best[at]);
            var last = best.FindLastIndex(at - 1, step => WorldSpace.ActorOf(step) == actor);
            if (last < 0 || last == at - 1)
            {
                continue;
            }

            var moved = new List<int>(best);
            moved.RemoveAt(at);
            moved.Insert(last + 1, best[at]);
            var smoother = Fails(walk, moved);
            if (smoother is not null && smoother.Count <= best.Count && Switches(smoother) < Switches(best))
            {
                (best, at) = (smoother, 0);
            }
        }

        return best;
    }

    /// <summary>Makes steps as far as they can be made; those that were, up to one that breaks a rule; null: none does.</summary>
    private static List<int>? Fails(WorldWalk walk, IReadOnlyList<int> steps)
    {
        var made = new List<int>();
        var enabled = new int[256];
        var mark = walk.Mark;
        var fails = false;
        foreach (var step in steps)
        {
            var count = walk.Enabled(enabled);
            if (!enabled.AsSpan(0, count).Contains(WorldSpace.ActorOf(step)))
            {
                continue;
            }

            walk.Choices.Give(WorldSpace.ChoicesOf(step));
            fails = !walk.TryStep(WorldSpace.ActorOf(step));
            made.Add(WorldSpace.StepOf(WorldSpace.ActorOf(step), walk.Choices.Packed));
            if (fails)
            {
                break;
            }
        }

        fails |= walk.Enabled(enabled) == 0 && walk.IsBrokenAtRest();
        walk.Undo(mark);
        return fails ? made : null;
    }
}
