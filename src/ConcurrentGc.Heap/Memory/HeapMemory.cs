using System.Runtime.InteropServices;

namespace ConcurrentGc.Heap.Memory;

/// <summary>
/// The heap's range of addresses: zeroed native memory that is reserved at once and committed by the operating system
/// when it is first touched.
/// </summary>
public sealed unsafe partial class HeapMemory : IDisposable
{
    private const int ReadWrite = 3;
    private const int PrivateMapping = 2;
    private readonly bool _mapped;
    private byte* _start;

    /// <summary>Reserves a range.</summary>
    /// <param name="bytes">Its length.</param>
    /// <exception cref="InvalidOperationException">The operating system refuses.</exception>
    public HeapMemory(long bytes)
    {
        Bytes = bytes;
        _mapped = OperatingSystem.IsLinux() || OperatingSystem.IsMacOS();
        _start = _mapped ? Map((nuint)bytes) : (byte*)NativeMemory.AllocZeroed((nuint)bytes);
    }

    /// <summary>Length of the range.</summary>
    public long Bytes { get; }

    /// <summary>First byte of the range.</summary>
    internal byte* Start => _start;

    /// <summary>Gives the range back. Nobody may use the heap afterwards.</summary>
    public void Dispose()
    {
        if (_start == null)
        {
            return;
        }

        if (_mapped)
        {
            _ = MemoryUnmap((nint)_start, (nuint)Bytes);
        }
        else
        {
            NativeMemory.Free(_start);
        }

        _start = null;
    }

    private static byte* Map(nuint bytes)
    {
        var anonymousWithoutReserve = OperatingSystem.IsLinux() ? 0x20 | 0x4000 : 0x1000 | 0x40;
        var start = MemoryMap(0, bytes, ReadWrite, PrivateMapping | anonymousWithoutReserve, -1, 0);
        return start == -1
            ? throw new InvalidOperationException($"Cannot reserve {bytes} bytes of address space.")
            : (byte*)start;
    }

    [LibraryImport("libc", EntryPoint = "mmap")]
    private static partial nint MemoryMap(nint address, nuint length, int protection, int flags, int file, nint offset);

    [LibraryImport("libc", EntryPoint = "munmap")]
    private static partial int MemoryUnmap(nint address, nuint length);
}
