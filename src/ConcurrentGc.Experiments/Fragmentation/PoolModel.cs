using System.Numerics;

namespace ConcurrentGc.Experiments.Fragmentation;

/// <summary>
/// A memory pool: sizes are rounded up to classes, four a doubling, and each class has blocks of its own, cut from
/// slabs. A free block serves its class for ever and no other one. Objects beyond the classes get whole slabs' worth of
/// 4 KB pieces, which are given back.
/// </summary>
internal sealed class PoolModel : IMemoryModel
{
    private const long SlabBytes = 1 << 16;
    private const long MostClassBytes = 1 << 15;
    private const long PieceBytes = 4096;
    private const long LeastBytes = 16;
    private const int ClassesADoubling = 4;

    private readonly Dictionary<long, long> _freeBlocks = [];
    private long _address;

    /// <inheritdoc/>
    public string Name => "pool";

    /// <inheritdoc/>
    public long ReservedBytes { get; private set; }

    /// <inheritdoc/>
    public long GrantedBytes { get; private set; }

    /// <inheritdoc/>
    public long LargestFreeBytes { get; private set; }

    /// <inheritdoc/>
    public long Place(long bytes)
    {
        var block = Rounded(bytes);
        GrantedBytes += block;
        if (block > MostClassBytes)
        {
            ReservedBytes += block;
        }
        else
        {
            var free = _freeBlocks.GetValueOrDefault(block);
            if (free == 0)
            {
                // What a slab is too short for by less than a block is lost: external waste.
                free = SlabBytes / block;
                ReservedBytes += SlabBytes;
            }

            SetFree(block, free - 1);
        }

        return _address += LeastBytes;
    }

    /// <inheritdoc/>
    public void Free(long address, long bytes)
    {
        var block = Rounded(bytes);
        GrantedBytes -= block;
        if (block > MostClassBytes)
        {
            ReservedBytes -= block;
        }
        else
        {
            SetFree(block, _freeBlocks[block] + 1);
        }
    }

    private void SetFree(long block, long count)
    {
        _freeBlocks[block] = count;
        if (count > 0)
        {
            LargestFreeBytes = Math.Max(LargestFreeBytes, block);
        }
        else if (block == LargestFreeBytes)
        {
            LargestFreeBytes = _freeBlocks.Where(free => free.Value > 0).Select(free => free.Key).DefaultIfEmpty().Max();
        }
    }

    private static long Rounded(long bytes)
    {
        if (bytes > MostClassBytes)
        {
            return (bytes + PieceBytes - 1) / PieceBytes * PieceBytes;
        }

        // Steps of a quarter of the power of two below the size, of 16 bytes at least.
        var power = 1L << BitOperations.Log2((ulong)Math.Max(1, bytes - 1));
        var step = Math.Max(LeastBytes, power / ClassesADoubling);
        return (bytes + step - 1) / step * step;
    }
}
