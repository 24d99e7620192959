using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>A step of one actor: Spend ends it.</summary>
/// <param name="host">The host.</param>
/// <param name="actor">Its number.</param>
internal readonly struct ExploreTurn(ExploreHost host, int actor) : ITurn
{
    public SharedHeap Heap => host.Heap;

    public WorldTables Tables => host.Tables;

    public long Now => 0;

    public void Send<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged =>
        host.Send(to, in message);

    public void SendLater<TMessage>(Address<TMessage> to, in TMessage message, long nanoseconds)
        where TMessage : unmanaged => host.Send(to, in message);

    public bool Spend(Work work, long amount)
    {
        host.EndAccess(); // any access before the role returns fails
        return false;
    }

    public void Pay(Work work, long amount)
    {
    }

    public int Choose(int options) => host.Choices.Choose(options);

    public void Record(EventKind kind, long epoch, long subject, long value) =>
        host.Record?.Append(new RecordEntry(host.Steps, actor, kind, epoch, subject, value));
}
