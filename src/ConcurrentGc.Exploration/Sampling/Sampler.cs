using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Walking;

namespace ConcurrentGc.Exploration.Sampling;

/// <summary>Makes schedules from the start of a world, one after the other.</summary>
/// <param name="world">The world, built and not begun.</param>
/// <param name="strategy">Who is next.</param>
/// <param name="coverage">Gets the choices.</param>
internal sealed class Sampler(IExploredWorld world, IStrategy strategy, Coverage coverage)
{
    /// <summary>A schedule that is longer does not come to rest; it is given up.</summary>
    private const int MostSteps = 20_000;

    private readonly WorldWalk _walk = new(world);
    private readonly int[] _enabled = new int[world.Host.Count];
    private readonly List<int> _made = [];

    /// <summary>The steps of the last schedule.</summary>
    public IReadOnlyList<int> Made => _made;

    /// <summary>Whether the last schedule was given up.</summary>
    public bool IsGivenUp => _made.Count == MostSteps;

    /// <summary>What the broken rule says.</summary>
    public string Message => _walk.Message;

    /// <summary>Makes one.</summary>
    /// <param name="random">What it follows from.</param>
    /// <param name="estimate">How long schedules are.</param>
    /// <returns>False: it broke a rule.</returns>
    public bool Try(SeededRandom random, int estimate)
    {
        _made.Clear();
        strategy.Begin(random, _enabled.Length, estimate);
        var holds = Make(random);
        _walk.Undo(0);
        return holds;
    }

    private bool Make(SeededRandom random)
    {
        for (var count = _walk.Enabled(_enabled); count > 0 && _made.Count < MostSteps; count = _walk.Enabled(_enabled))
        {
            var actor = strategy.Pick(_enabled.AsSpan(0, count), _made.Count);
            var before = _walk.Fingerprint;
            coverage.Add(before, count, actor);
            _walk.Choices.Draw(random.Next(int.MaxValue));
            var holds = _walk.TryStep(actor);
            _made.Add(WorldSpace.StepOf(actor, _walk.Choices.Packed));
            if (!holds)
            {
                return false;
            }

            if (_walk.Fingerprint == before)
            {
                strategy.Yield(actor);
            }
        }

        return IsGivenUp || !_walk.IsBrokenAtRest();
    }
}
