namespace ConcurrentGc.Heap.Checking;

/// <summary>An invariant of the modeled heap is broken; the message names the values and the place.</summary>
public sealed class CheckFailedException : Exception
{
    /// <summary>Name of the rule that does not hold.</summary>
    public string Rule { get; init; } = "Check";

    /// <summary>A failed check without a message.</summary>
    public CheckFailedException()
    {
    }

    /// <summary>A failed check.</summary>
    /// <param name="message">File, line, condition and values.</param>
    public CheckFailedException(string message)
        : base(message)
    {
    }

    /// <summary>A failed check that another failure caused.</summary>
    /// <param name="message">File, line, condition and values.</param>
    /// <param name="innerException">The cause.</param>
    public CheckFailedException(string message, Exception innerException)
        : base(message, innerException)
    {
    }
}
