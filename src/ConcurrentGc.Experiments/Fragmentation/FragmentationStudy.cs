using ConcurrentGc.Experiments.Traces;

namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>
/// The same allocations and deaths in several ways to place objects. Deaths are seen where a trace lets go of allocations,
/// and at its end: all that nothing leads to is freed there, oldest numbers first.
/// </summary>
/// <param name="reader">The trace.</param>
public sealed class FragmentationStudy(TraceReader reader)
{
    private readonly TraceScanner _scanner = new(reader);
    private readonly IMemoryModel[] _models =
    [
        new PagingModel(4096),
        new PagingModel(64),
        new SegmentationModel(FitPolicy.First),
        new SegmentationModel(FitPolicy.Best),
        new SegmentationModel(FitPolicy.Next),
        new PoolModel(),
    ];

    private readonly List<long> _places = []; // of each object one a model
    private long[] _peaks = [];
    private double[] _internal = [];
    private double[] _external = [];
    private long _live;
    private long _peakLive;
    private int _points;

    /// <summary>Follows the whole trace.</summary>
    /// <returns>A row for each way.</returns>
    /// <exception cref="InvalidInputException">A line cannot be followed.</exception>
    public IReadOnlyList<FragmentationRow> Run()
    {
        (_peaks, _internal, _external) = (new long[_models.Length], new double[_models.Length], new double[_models.Length]);
        var graph = new TraceGraph(_scanner);
        while (_scanner.TryNext(out var operation))
        {
            switch (operation.Letter)
            {
                case TraceFormat.Allocate or TraceFormat.AllocatePointers:
                    Place(graph.Add(operation.First, operation.Second), operation.Second);
                    break;
                case TraceFormat.Garbage:
                    for (var count = operation.Count == 1 ? 1 : operation.Second; count > 0; count--)
                    {
                        Place(graph.Add(0, operation.First), operation.First);
                    }

                    break;
                case TraceFormat.LetGo:
                    See(graph);
                    break;
                default:
                    graph.Follow(in operation);
                    break;
            }
        }

        See(graph);
        return [.. _models.Select(Row)];
    }

    private void Place(int number, long bytes)
    {
        while (_places.Count < (number + 1) * _models.Length)
        {
            _places.Add(0);
        }

        for (var model = 0; model < _models.Length; model++)
        {
            _places[(number * _models.Length) + model] = _models[model].Place(bytes);
            _peaks[model] = Math.Max(_peaks[model], _models[model].ReservedBytes);
        }

        _live += bytes;
        _peakLive = Math.Max(_peakLive, _live);
    }

    private void See(TraceGraph graph)
    {
        graph.RemoveDead((number, bytes) =>
        {
            _live -= bytes;
            for (var model = 0; model < _models.Length; model++)
            {
                _models[model].Free(_places[(number * _models.Length) + model], bytes);
            }
        });
        _points++;
        for (var index = 0; index < _models.Length; index++)
        {
            var model = _models[index];
            var reserved = Math.Max(1, model.ReservedBytes);
            _internal[index] += (double)(model.GrantedBytes - _live) / reserved;
            _external[index] += (double)(model.ReservedBytes - model.GrantedBytes) / reserved;
        }
    }

    private FragmentationRow Row(IMemoryModel model, int index) => new(
        model.Name,
        _peakLive,
        _peaks[index],
        model.ReservedBytes,
        model.GrantedBytes - _live,
        model.ReservedBytes - model.GrantedBytes,
        model.LargestHoleBytes,
        _internal[index] / _points,
        _external[index] / _points);
}
