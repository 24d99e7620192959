using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>What a run came to.</summary>
/// <param name="End">How it ended.</param>
/// <param name="Time">Nanoseconds since the world began: virtual, or of the wall on threads.</param>
/// <param name="Messages">How many messages were handled.</param>
/// <param name="Programs">The entries that ended programs, in order: exit codes and full heaps.</param>
/// <param name="Failure">Why it failed; null: it did not.</param>
/// <param name="Actors">A line an actor: what it handled, and whether it has work. For a stalled or canceled run.</param>
/// <param name="Late">
/// The same lines again when a role had not returned within the settings' limit: it may still touch heap and tables. Null:
/// all returned.
/// </param>
public sealed record RunOutcome(
    RunEnd End,
    long Time,
    long Messages,
    IReadOnlyList<RecordEntry> Programs,
    RunFailure? Failure,
    string Actors,
    string? Late)
{
    /// <summary>When each isolate came to rest, by number: nanoseconds since the host's worlds began.</summary>
    public IReadOnlyList<long> RestTimes { get; init; } = [];
}
