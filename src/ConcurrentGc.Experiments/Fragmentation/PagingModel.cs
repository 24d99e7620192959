namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>
/// Paging: an object gets whole frames, wherever they are. No free frame is ever useless, so nothing is fragmented
/// externally, but the last frame of each object is filled in part. Frames are kept once they are taken.
/// </summary>
/// <param name="frameBytes">Bytes of a frame.</param>
internal sealed class PagingModel(long frameBytes) : IMemoryModel
{
    private long _address;

    /// <inheritdoc/>
    public string Name { get; } = FormattableString.Invariant($"paging-{frameBytes}");

    /// <inheritdoc/>
    public long ReservedBytes { get; private set; }

    /// <inheritdoc/>
    public long GrantedBytes { get; private set; }

    /// <inheritdoc/>
    public long LargestFreeBytes => ReservedBytes - GrantedBytes;

    /// <inheritdoc/>
    public long Place(long bytes)
    {
        GrantedBytes += Rounded(bytes);
        ReservedBytes = Math.Max(ReservedBytes, GrantedBytes); // frames are alike: a free one is as good as a new one
        return _address += frameBytes;
    }

    /// <inheritdoc/>
    public void Free(long address, long bytes) => GrantedBytes -= Rounded(bytes);

    private long Rounded(long bytes) => (bytes + frameBytes - 1) / frameBytes * frameBytes;
}
