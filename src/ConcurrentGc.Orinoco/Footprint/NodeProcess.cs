namespace ConcurrentGc.Orinoco.Footprint;

/// <summary>
/// What the process of Node has besides V8's heap and the program's stack. Measured: Node 20.20 on Linux x64, from
/// <c>/proc/self/smaps</c>, <c>process.memoryUsage()</c> and <c>v8.getHeapStatistics()</c> at the first line of a program.
/// </summary>
public static class NodeProcess
{
    /// <summary>Bytes of a page of the operating system.</summary>
    public const long SystemPageBytes = 4096;

    /// <summary>
    /// Bytes that V8 knows of outside its heap, array buffers included. Nearly all are texts of Node's own, which do not count
    /// for V8's limit: marking starts when a program's buffers have 64 MB.
    /// </summary>
    public const long ExternalBytes = 1_339_398;

    /// <summary>Bytes of array buffers.</summary>
    public const long ArrayBufferBytes = 10_687;

    /// <summary>Bytes that V8 has from malloc.</summary>
    public const long MallocedBytes = 262_312;

    /// <summary>Most bytes that V8 had from malloc.</summary>
    public const long PeakMallocedBytes = 172_288;

    /// <summary>Bytes of V8's global handles.</summary>
    public const long GlobalHandleBytes = 8_192;

    /// <summary>Bytes of those in use.</summary>
    public const long UsedGlobalHandleBytes = 2_176;

    /// <summary>What Node answers when nothing constrains the memory of its process: the largest unsigned 64-bit number.</summary>
    public const double Unconstrained = 18_446_744_073_709_551_615;

    /// <summary>Physical memory of the machine of the reference runs.</summary>
    public const long PhysicalBytes = 25_276_510_208;

    /// <summary>Bytes of the main thread's stack below the first frame of JavaScript.</summary>
    public const long StackBytes = 65_536;

    /// <summary>Least bytes that are mapped for the main thread's stack.</summary>
    public const long StackMappingBytes = 132 * Kilobyte;

    private const long Kilobyte = 1024;

    /// <summary>The program and its libraries, at addresses that repeat. Mapped and resident kilobytes of each.</summary>
    public static IReadOnlyList<Mapping> Image { get; } =
    [
        Part(0x0000_0000_0040_0000, 28_804, 17_196, "r-x", "node"),
        Part(0x0000_0000_0260_1000, 57_008, 13_484, "r--", "node"),
        Part(0x0000_0000_0600_0000, 300, 220, "rw-", "node"),
        Part(0x0000_0000_375a_e000, 1_520, 1_400, "rw-", "[malloc]"),
        Part(0x0000_7fce_a173_e000, 3_120, 2_200, "r-x", "libraries"),
        Part(0x0000_7fce_a1b0_0000, 2_160, 1_256, "r--", "libraries"),
        Part(0x0000_7fce_a1f0_0000, 44, 44, "rw-", "libraries"),
    ];

    /// <summary>The stack of a thread of V8's pool.</summary>
    /// <param name="helper">Number of the thread, from zero.</param>
    public static Mapping HelperStack(int helper) => Part(
        0x0000_7fce_9aff_f000 - (helper * 8_196 * Kilobyte), 8_192, 12, "rw-", $"[stack of helper {helper}]");

    private static Mapping Part(long address, long kilobytes, long resident, string mode, string name) =>
        new(address, kilobytes * Kilobyte, resident * Kilobyte, mode, name);
}
