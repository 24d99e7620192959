using ConcurrentGc.Experiments.Traces;

namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>
/// The same allocations and deaths in several ways to place objects. Deaths are seen where a trace lets go of allocations:
/// all that nothing leads to is freed there, lowest numbers first.
/// </summary>
/// <param name="reader">The trace.</param>
/// <param name="progress">Told the line and the bytes allocated up to it, now and then; null: nobody is.</param>
/// <param name="cancellation">The study ends soon after; what is known then is kept.</param>
public sealed class FragmentationStudy(
    TraceReader reader, Action<long, long>? progress = null, CancellationToken cancellation = default)
{
    private const long StepsBetweenLooks = 1 << 14;
    private const long MostBytes = 1 << 30; // segments keep a few bytes of tree a byte of memory

    private readonly TraceScanner _scanner = new(reader);
    private readonly ModelAccount[] _accounts =
    [
        new(new PagingModel(4096)),
        new(new PagingModel(64)),
        new(new SegmentationModel(FitPolicy.First)),
        new(new SegmentationModel(FitPolicy.Best)),
        new(new SegmentationModel(FitPolicy.Next)),
        new(new PoolModel()),
    ];

    private long _requested;
    private long _peakRequested;
    private long _allocated;
    private long _steps;

    /// <summary>Whether it ended before the trace did.</summary>
    public bool WasInterrupted { get; private set; }

    /// <summary>One-based line up to which the trace was followed.</summary>
    public long Line => _scanner.Line;

    /// <summary>Follows the trace.</summary>
    /// <returns>A row for each way; up to <see cref="Line"/> when it was interrupted.</returns>
    /// <exception cref="InvalidInputException">A line cannot be followed.</exception>
    public IReadOnlyList<FragmentationRow> Run()
    {
        var graph = new TraceGraph(_scanner);
        while (GoesOn() && _scanner.TryNext(out var operation))
        {
            Follow(graph, in operation);
        }

        return [.. _accounts.Select(account => account.Row(_peakRequested, _allocated))];
    }

    private bool GoesOn()
    {
        if (++_steps % StepsBetweenLooks == 0)
        {
            WasInterrupted |= cancellation.IsCancellationRequested;
            progress?.Invoke(Line, _allocated);
        }

        return !WasInterrupted;
    }

    private void Follow(TraceGraph graph, in TraceOperation operation)
    {
        switch (operation.Letter)
        {
            case TraceFormat.Allocate or TraceFormat.AllocatePointers:
                Place(graph.Add(operation.First, operation.Second), operation.Second);
                break;
            case TraceFormat.Garbage:
                for (var count = operation.Count == 1 ? 1 : operation.Second; count > 0 && GoesOn(); count--)
                {
                    Place(graph.Add(0, operation.First), operation.First);
                }

                break;
            case TraceFormat.LetGo:
                graph.RemoveDead(Free);
                break;
            default:
                graph.Follow(in operation);
                break;
        }
    }

    private void Place(int number, long bytes)
    {
        _requested += bytes;
        _peakRequested = Math.Max(_peakRequested, _requested);
        _allocated += bytes;
        if (_requested > MostBytes)
        {
            throw _scanner.Invalid($"memory: found objects of {_requested} bytes at a time", $"up to {MostBytes}");
        }

        foreach (var account in _accounts)
        {
            account.Place(number, bytes, _requested);
        }
    }

    private void Free(int number, long bytes)
    {
        _requested -= bytes;
        foreach (var account in _accounts)
        {
            account.Free(number, bytes);
        }
    }
}
