namespace ConcurrentGc.Exploration.Litmus;

/// <summary>When others see what a thread stores.</summary>
public enum MemoryModel
{
    /// <summary>At once: all accesses have one order.</summary>
    Sequential = 0,

    /// <summary>Total store order, as x86 has it: the main thread's stores pass through a store buffer.</summary>
    Tso,
}
