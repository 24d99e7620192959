using ConcurrentGc.Exploration.Hosting;

namespace ConcurrentGc.Exploration.Sampling;

/// <summary>Tries schedules that a strategy makes up, each from the start, until one breaks a rule: for what is too large to be searched.</summary>
/// <param name="create">Makes the world again for each thread.</param>
/// <param name="strategy">Makes the strategy for each thread.</param>
/// <param name="seed">With the same seed the same schedules are tried.</param>
/// <param name="threads">How many threads try them.</param>
/// <param name="bytes">Memory for coverage at most.</param>
public sealed class SampleSearch(
    Func<IExploredWorld> create, Func<IStrategy> strategy, ulong seed, int threads = 1, long bytes = 4L << 30)
{
    // Note [The same schedules for any number of threads].
    //
    // A schedule follows from the seed, its number, and an estimate of how long schedules are. The first few are tried one
    // after the other, and the longest of those before is the estimate of the next; then it stays. So a schedule's number
    // says what it is, whichever thread tries it, and the first by number of those that fail is the one that is reported:
    // whoever has a smaller number goes on until it is done.

    private const int Estimating = 16;
    private const int LookEvery = 64;

    private readonly Coverage _coverage = new(bytes);
    private long _next;
    private long _done;
    private long _firstFailing = long.MaxValue;

    /// <summary>Schedules that were tried so far.</summary>
    public long Tried => Volatile.Read(ref _done);

    /// <summary>Different states that were met so far.</summary>
    public long States => _coverage.States;

    /// <summary>Tries schedules.</summary>
    /// <param name="schedules">At most so many.</param>
    /// <param name="cancellation">Ends it; what was tried counts.</param>
    public SampleResult Run(long schedules, CancellationToken cancellation = default)
    {
        var first = Try(Math.Min(schedules, Estimating), null, cancellation);
        if (_firstFailing == long.MaxValue && _next < schedules)
        {
            var others = new SampleTally[threads];
            Parallel.For(
                0,
                threads,
                new ParallelOptions { MaxDegreeOfParallelism = threads },
                thread => others[thread] = Try(schedules, first.Longest, cancellation));
            first = others.Aggregate(first, static (one, other) => one.With(other));
        }

        return new SampleResult(first.Failing is null ? _done : first.FailingNumber + 1, first.Steps, first.Longest, first.Failing, first.Message)
        {
            GivenUp = first.GivenUp,
            States = _coverage.States,
            Choices = _coverage.Choices,
            Chosen = _coverage.Chosen,
            IsCoverageCut = _coverage.IsFull,
            Bytes = _coverage.Bytes,
        };
    }

    /// <summary>Tries what nobody has tried; see Note [The same schedules for any number of threads].</summary>
    /// <param name="end">Behind the last number.</param>
    /// <param name="estimate">How long schedules are; null: as long as the longest so far.</param>
    /// <param name="cancellation">Ends it.</param>
    private SampleTally Try(long end, int? estimate, CancellationToken cancellation)
    {
        using var world = create();
        var sampler = new Sampler(world, strategy(), _coverage);
        var tally = new SampleTally();
        while (!cancellation.IsCancellationRequested && Volatile.Read(ref _next) < end)
        {
            var number = Interlocked.Increment(ref _next) - 1;
            if (number >= end || number > Volatile.Read(ref _firstFailing))
            {
                break;
            }

            var holds = sampler.Try(new SeededRandom(unchecked((seed * 0x2545F4914F6CDD1D) + (ulong)number)), estimate ?? tally.Longest);
            Interlocked.Increment(ref _done);
            tally = tally.Add(sampler, number, holds);
            if (!holds)
            {
                Lower(ref _firstFailing, number);
            }
            else if (number % LookEvery == 0)
            {
                _coverage.Look();
            }
        }

        return tally;
    }

    private static void Lower(ref long least, long number)
    {
        for (var seen = Volatile.Read(ref least); number < seen;)
        {
            seen = Interlocked.CompareExchange(ref least, number, seen);
        }
    }
}
