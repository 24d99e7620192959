namespace ConcurrentGc.Actors.Shells;

/// <summary>
/// What a shell tells itself while its role has work left: an entry of the mailbox like any other, at its tail, at most
/// one a mailbox. A schedule is therefore a list of actors, whatever hosts them.
/// </summary>
internal sealed record Continue
{
    /// <summary>The only instance.</summary>
    public static readonly Continue Instance = new();

    private Continue()
    {
    }

    /// <inheritdoc/>
    public override string ToString() => nameof(Continue);
}
