namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>A model and what is known of its fragmentation so far. See Note [Internal and external].</summary>
/// <param name="model">The model.</param>
internal sealed class ModelAccount(IMemoryModel model)
{
    // Note [Internal and external].
    //
    // Of the memory M that a model has taken, objects have blocks of G bytes and asked for R. The internal fragmentation is
    // G - R: bytes inside blocks that their objects do not want. M - G is free. That is no waste yet: a program whose objects
    // died has free memory under any scheme. Free memory is fragmented as far as it cannot be had in one request: with L bytes
    // as the largest object that fits without more memory, the external fragmentation is M - G - L.
    //
    // Paging has none by this measure, however much is free, since the frames of an object lie anywhere: L is all that is
    // free. Segments have L in their largest hole. A pool has L in its largest free block, and blocks of the other classes,
    // or the end of a slab that is too short for a block, serve nobody larger.
    //
    // M, not a share, tells what a scheme costs, so a row begins with the peak of M by the peak of R, a measure of Johnstone
    // and Wilson, "The Memory Fragmentation Problem: Solved?" (1998). Shares at the peak say why memory had to grow; means
    // say what holds in between, where much is free.

    private readonly List<long> _addresses = []; // by number of the object
    private FragmentationRow _peak = new(model.Name, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0);
    private double _reserved;
    private double _internal;
    private double _free;
    private double _external;

    /// <summary>Places an object.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="bytes">Its size.</param>
    /// <param name="requested">Bytes of all objects, with this one.</param>
    public void Place(int number, long bytes, long requested)
    {
        var address = model.Place(bytes);
        if (number < _addresses.Count)
        {
            _addresses[number] = address;
        }
        else
        {
            _addresses.Add(address);
        }

        var (reserved, granted) = (model.ReservedBytes, model.GrantedBytes);
        var free = reserved - granted;
        var external = free - model.LargestFreeBytes;
        _reserved += (double)bytes * reserved;
        _internal += (double)bytes * (granted - requested);
        _free += (double)bytes * free;
        _external += (double)bytes * external;
        if (reserved > _peak.PeakReserved)
        {
            _peak = _peak with
            {
                PeakReserved = reserved,
                RequestedAtPeak = requested,
                InternalAtPeak = granted - requested,
                FreeAtPeak = free,
                ExternalAtPeak = external,
            };
        }
    }

    /// <summary>Frees an object.</summary>
    /// <param name="number">Its number.</param>
    /// <param name="bytes">Its size.</param>
    public void Free(int number, long bytes) => model.Free(_addresses[number], bytes);

    /// <summary>What it came to so far.</summary>
    /// <param name="peakRequested">Most bytes that objects asked for at a time.</param>
    /// <param name="allocated">Bytes of all objects that were placed.</param>
    public FragmentationRow Row(long peakRequested, long allocated)
    {
        long Mean(double sum) => allocated == 0 ? 0 : (long)Math.Round(sum / allocated);
        return _peak with
        {
            PeakRequested = peakRequested,
            MeanReserved = Mean(_reserved),
            MeanInternal = Mean(_internal),
            MeanFree = Mean(_free),
            MeanExternal = Mean(_external),
        };
    }
}
