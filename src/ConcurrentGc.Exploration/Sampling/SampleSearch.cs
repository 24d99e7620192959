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
    private readonly Lock _lock = new();
    private long _next;
    private long _done;
    private long _steps;
    private long _givenUp;
    private int _longest;
    private long _failingNumber = long.MaxValue;
    private IReadOnlyList<int>? _failing;
    private string _message = string.Empty;

    /// <summary>Schedules that were tried so far.</summary>
    public long Tried => Volatile.Read(ref _done);

    /// <summary>Different states that were met so far.</summary>
    public long States => _coverage.States;

    /// <summary>Tries schedules.</summary>
    /// <param name="schedules">At most so many.</param>
    /// <param name="cancellation">Ends it; what was tried counts.</param>
    public SampleResult Run(long schedules, CancellationToken cancellation = default)
    {
        var first = Math.Min(schedules, Estimating);
        using (var world = create())
        {
            var sampler = new Sampler(world, strategy(), _coverage);
            while (_next < first && _failing is null && !cancellation.IsCancellationRequested)
            {
                Try(sampler, _next++, _longest);
            }
        }

        if (_failing is null && first < schedules)
        {
            var estimate = _longest;
            Parallel.For(0, threads, new ParallelOptions { MaxDegreeOfParallelism = threads }, _ => Work(schedules, estimate, cancellation));
        }

        return new SampleResult(_failing is null ? _done : _failingNumber + 1, _steps, _longest, _failing, _message)
        {
            GivenUp = _givenUp,
            States = _coverage.States,
            Choices = _coverage.Choices,
            Chosen = _coverage.Chosen,
            IsCoverageCut = _coverage.IsFull,
            Bytes = _coverage.Bytes,
        };
    }

    private void Work(long schedules, int estimate, CancellationToken cancellation)
    {
        using var world = create();
        var sampler = new Sampler(world, strategy(), _coverage);
        while (!cancellation.IsCancellationRequested)
        {
            var number = Interlocked.Increment(ref _next) - 1;
            if (number >= schedules || number > Volatile.Read(ref _failingNumber))
            {
                return;
            }

            Try(sampler, number, estimate);
            if (number % LookEvery == 0)
            {
                _coverage.Look();
            }
        }
    }

    private void Try(Sampler sampler, long number, int estimate)
    {
        // See Note [The same schedules for any number of threads].
        var holds = sampler.Try(new SeededRandom(unchecked((seed * 0x2545F4914F6CDD1D) + (ulong)number)), estimate);
        lock (_lock)
        {
            _done++;
            _steps += sampler.Made.Count;
            _givenUp += sampler.IsGivenUp ? 1 : 0;
            _longest = sampler.IsGivenUp ? _longest : Math.Max(_longest, sampler.Made.Count); // how long others are, that one does not say
            if (!holds && number < _failingNumber)
            {
                (_failingNumber, _failing, _message) = (number, [.. sampler.Made], sampler.Message);
            }
        }
    }
}
