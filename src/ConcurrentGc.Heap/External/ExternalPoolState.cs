using System.Runtime.CompilerServices;

namespace ConcurrentGc.Heap.External;

/// <summary>Words of the pool of external memory.</summary>
public struct ExternalPoolState
{
    /// <summary>End of the part of the range that was ever used.</summary>
    public long Top;

    /// <summary>Address of the first free block of each size class, which is a power of two.</summary>
    public FirstFree Free;

    /// <summary>A word a size class.</summary>
    [InlineArray(ExternalPool.SizeClasses)]
    public struct FirstFree
    {
        private long _first;
    }
}
