using System.Numerics;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;
using ConcurrentGc.Exploration.Walking;

namespace ConcurrentGc.Exploration.Sampling;

/// <summary>Tries schedules that a strategy makes up, each from the start, until one breaks a rule: for what is too large to be searched.</summary>
/// <param name="world">The world, built and not begun.</param>
/// <param name="strategy">Who is next.</param>
/// <param name="seed">With the same seed the same schedules are tried.</param>
public sealed class SampleSearch(IExploredWorld world, IStrategy strategy, ulong seed)
{
    /// <summary>A schedule that is longer does not come to rest; it is given up.</summary>
    private const int MostSteps = 1_000_000;

    private readonly WorldWalk _walk = new(world);
    private readonly FingerprintTable _met = new();
    private readonly List<int> _made = [];
    private ulong _seen;
    private long _steps;
    private int _longest;

    /// <summary>Tries schedules.</summary>
    /// <param name="schedules">At most so many.</param>
    /// <param name="cancellation">Ends it; what was tried counts.</param>
    public SampleResult Run(long schedules, CancellationToken cancellation = default)
    {
        for (var number = 0L; number < schedules && !cancellation.IsCancellationRequested; number++)
        {
            var random = new SeededRandom((seed * 0x2545F4914F6CDD1D) + (ulong)number);
            strategy.Begin(random, world.Host.Count, _longest);
            if (!TryOne(random))
            {
                return Result(number + 1, [.. _made]);
            }

            _walk.Undo(0);
        }

        return Result(schedules, null);
    }

    private bool TryOne(SeededRandom random)
    {
        _made.Clear();
        Span<int> enabled = stackalloc int[world.Host.Count];
        for (var count = _walk.Enabled(enabled); count > 0; count = _walk.Enabled(enabled))
        {
            var actor = strategy.Pick(enabled[..count], _made.Count);
            _walk.Choices.Draw(random.Next(int.MaxValue));
            var before = _walk.Fingerprint;
            var holds = _walk.TryStep(actor);
            if (_walk.Fingerprint == before)
            {
                strategy.Yield(actor);
            }

            _made.Add(WorldSpace.StepOf(actor, _walk.Choices.Packed));
            _seen |= 1UL << actor;
            _met.Add(_walk.Fingerprint);
            if (!holds || _made.Count == MostSteps)
            {
                Count();
                return holds;
            }
        }

        Count();
        return !_walk.IsBrokenAtRest();
    }

    private void Count() => (_steps, _longest) = (_steps + _made.Count, Math.Max(_longest, _made.Count));

    private SampleResult Result(long schedules, IReadOnlyList<int>? failing) => new(
        schedules, _steps, _longest, _met.Count, BitOperations.PopCount(_seen), failing, failing is null ? string.Empty : _walk.Message);
}
