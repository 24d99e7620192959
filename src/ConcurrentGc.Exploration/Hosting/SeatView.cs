namespace ConcurrentGc.Exploration.Hosting;

/// <summary>What can be seen of an actor between two steps: copies, for those who tell what happened.</summary>
/// <param name="Role">Its role.</param>
/// <param name="Next">The message that its next step takes; null: it goes on with its work, or has nothing to do.</param>
/// <param name="Waiting">The messages in its mailbox, oldest first.</param>
public sealed record SeatView(object Role, object? Next, IReadOnlyList<object> Waiting);
