namespace ConcurrentGc.Heap.Checking;

/// <summary>
/// Counts shared accesses, so that a host can insist on at most one a step and knows which it was. Owner only: hosts that
/// check run one role at a time.
/// </summary>
public sealed class AccessCounter
{
    /// <summary>Shared accesses since <see cref="Reset"/>.</summary>
    public int Count { get; private set; }

    /// <summary>Address of the last access.</summary>
    public long LastAddress { get; private set; }

    /// <summary>What the access since <see cref="Reset"/> did.</summary>
    public AccessKind Kind { get; private set; }

    /// <summary>The word as it was before that access.</summary>
    public long Before { get; private set; }

    /// <summary>Whether there was a fence since <see cref="Reset"/>.</summary>
    public bool HasFence { get; private set; }

    /// <summary>Begins a step.</summary>
    public void Reset() => (Count, Kind, HasFence) = (0, AccessKind.None, false);

    /// <summary>The step is over: the next access fails.</summary>
    public void Close() => Count = 1;

    /// <summary>Notes one shared access.</summary>
    /// <param name="address">Of the word.</param>
    /// <param name="kind">What it does.</param>
    /// <param name="before">The word before it.</param>
    /// <exception cref="CheckFailedException">It is the second one of the step.</exception>
    public void Note(long address, AccessKind kind, long before)
    {
        if (++Count > 1)
        {
            throw new CheckFailedException(
                $"check failed: two shared accesses in one step (0x{LastAddress:x}, then 0x{address:x}).");
        }

        (LastAddress, Kind, Before) = (address, kind, before);
    }

    /// <summary>Notes a fence, which is no access: a step may have one beside its access.</summary>
    public void NoteFence() => HasFence = true;
}
