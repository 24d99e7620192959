namespace ConcurrentGc.Heap.Checking;

/// <summary>
/// Counts shared accesses, so that a host can insist on at most one a step. Owner only: hosts that check run one
/// role at a time.
/// </summary>
public sealed class AccessCounter
{
    /// <summary>Shared accesses since <see cref="Reset"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Address of the last access.</summary>
    public long LastAddress { get; private set; }

    /// <summary>Whether the last access may have changed the word.</summary>
    public bool Writes { get; private set; }

    /// <summary>Begins a step.</summary>
    public void Reset() => Count = 0;

    /// <summary>Notes one shared access.</summary>
    /// <param name="address">Of the word.</param>
    /// <param name="writes">Whether it may change the word.</param>
    /// <exception cref="CheckFailedException">It is the second one of the step.</exception>
    public void Note(long address, bool writes = true)
    {
        if (++Count > 1)
        {
            throw new CheckFailedException(
                $"check failed: two shared accesses in one step (0x{LastAddress:x}, then 0x{address:x}).");
        }

        (LastAddress, Writes) = (address, writes);
    }
}
