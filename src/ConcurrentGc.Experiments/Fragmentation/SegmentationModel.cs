namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>
/// Segmentation: an object gets exactly its bytes in one piece, in a hole or behind everything. Neighboring holes become
/// one, and a hole at the end is given back. Nothing is rounded up, but holes may be too small for anybody.
/// </summary>
/// <param name="policy">Which hole is taken.</param>
internal sealed class SegmentationModel(FitPolicy policy) : IMemoryModel
{
    private const long WordBytes = 8;

    private readonly HoleTree _holes = new();
    private readonly SortedSet<(long Words, long Start)> _bySize = [];
    private long _end;
    private long _rover;

    /// <inheritdoc/>
    public string Name { get; } = policy switch
    {
        FitPolicy.First => "segments-first-fit",
        FitPolicy.Best => "segments-best-fit",
        _ => "segments-next-fit",
    };

    /// <inheritdoc/>
    public long ReservedBytes => _end * WordBytes;

    /// <inheritdoc/>
    public long GrantedBytes { get; private set; }

    /// <inheritdoc/>
    public long LargestFreeBytes => _holes.Largest * WordBytes;

    /// <inheritdoc/>
    public long Place(long bytes)
    {
        var words = bytes / WordBytes;
        GrantedBytes += bytes;
        var start = Find(words);
        if (start < 0)
        {
            start = _end;
            _end += words;
        }
        else
        {
            var size = _holes.SizeAt(start);
            Set(start, size, isThere: false);
            if (size > words)
            {
                Set(start + words, size - words, isThere: true);
            }
        }

        _rover = start + words;
        return start * WordBytes;
    }

    /// <inheritdoc/>
    public void Free(long address, long bytes)
    {
        GrantedBytes -= bytes;
        var (start, end) = (address / WordBytes, (address + bytes) / WordBytes);
        if (_holes.SizeBefore(start) is var before and > 0)
        {
            start -= before;
            Set(start, before, isThere: false);
        }

        if (_holes.SizeAt(end) is var after and > 0)
        {
            Set(end, after, isThere: false);
            end += after;
        }

        if (end == _end)
        {
            _end = start;
        }
        else
        {
            Set(start, end - start, isThere: true);
        }
    }

    private long Find(long words)
    {
        switch (policy)
        {
            case FitPolicy.Best:
                // The view is not counted: that takes as many steps as it has holes.
                var (size, start) = _bySize.GetViewBetween((words, 0), (long.MaxValue, 0)).Min;
                return size > 0 ? start : -1;
            case FitPolicy.Next:
                var next = _holes.First(_rover, words);
                return next >= 0 ? next : _holes.First(0, words);
            default:
                return _holes.First(0, words);
        }
    }

    private void Set(long start, long words, bool isThere)
    {
        _holes.Set(start, words, isThere);
        if (policy == FitPolicy.Best)
        {
            _ = isThere ? _bySize.Add((words, start)) : _bySize.Remove((words, start));
        }
    }
}
