using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Tests.JavaScript;

/// <summary>A host that does nothing but count, and ends every eighth slice of instructions.</summary>
internal struct PlainTurn(SharedHeap heap, WorldTables tables) : ITurn
{
    private const int SpendsASlice = 8;
    private int _spends;

    /// <summary>Instructions paid for.</summary>
    public long Instructions { get; private set; }

    /// <summary>Bytes paid for.</summary>
    public long Bytes { get; private set; }

    public readonly SharedHeap Heap => heap;

    public readonly WorldTables Tables => tables;

    public long Now { get; set; } = 1_234_567;

    public readonly void Send<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged =>
        throw new InvalidOperationException("A program sends nothing.");

    public readonly void SendLater<TMessage>(Address<TMessage> to, in TMessage message, long nanoseconds)
        where TMessage : unmanaged => Send(to, message);

    public bool Spend(Work work, long amount)
    {
        Pay(work, amount);
        return ++_spends % SpendsASlice != 0;
    }

    public void Pay(Work work, long amount)
    {
        if (work == Work.AllocateByte)
        {
            Bytes += amount;
        }
        else
        {
            Instructions += amount;
        }
    }

    public readonly int Choose(int options) => 0;

    public readonly void Record(EventKind kind, long epoch, long subject, long value)
    {
    }
}
