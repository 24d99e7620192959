using System.Runtime.CompilerServices;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>The seat of a role. Its words: messages, whether it continues, messages before that, the messages, the role.</summary>
/// <typeparam name="TRole">The role.</typeparam>
/// <typeparam name="TMessage">The role's protocol.</typeparam>
internal sealed class RoleSeat<TRole, TMessage> : Seat, IMailbox<TMessage>
    where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged
{
    /// <summary>Messages that wait at most; one more ends the search without a verdict.</summary>
    private const int Capacity = 8;

    private const int Count = 0;
    private const int Continues = 1;
    private const int Before = 2;
    private const int Prefix = 3;

    private static readonly int _messageWords = (Unsafe.SizeOf<TMessage>() + sizeof(long) - 1) / sizeof(long);
    private static readonly int _roleWords = (Unsafe.SizeOf<TRole>() + sizeof(long) - 1) / sizeof(long);
    private static readonly ZeroedBytes _messagePadding = ZeroedBytes.PaddingOf<TMessage>();
    private static readonly ZeroedBytes _rolePadding = ZeroedBytes.PaddingOf<TRole>();

    private readonly ExploreHost _host;
    private readonly int _number;
    private readonly long _at;
    private readonly bool _hasSafepoints;
    private readonly ZeroedBytes? _dead;

    public RoleSeat(ExploreHost host, int number, string name, CoreGroup group, TRole role)
        : base(name, group)
    {
        (_host, _number) = (host, number);
        _at = host.Heap.Side.Take(Prefix + (Capacity * _messageWords) + _roleWords);
        _hasSafepoints = role is IHasSafepoints;
        _dead = host.KeepsDeadWords ? null : DeadWords.Of<TRole>();
        Role = role;
        _rolePadding.Clear(ref FirstOfRole);
    }

    public override long Start => _at;

    public override long End => _at + ((Prefix + (Capacity * _messageWords) + _roleWords) * sizeof(long));

    public override FootprintReach Reach =>
        typeof(TRole) == typeof(Collector) ? FootprintReach.Everything
        : Group.IsHelpers ? FootprintReach.Own
        : FootprintReach.MainThread;

    public override bool IsEnabled => Word(Continues) != 0 || Word(Count) != 0;

    public override bool HoldsMainThread =>
        Word(Continues) != 0 && !(_hasSafepoints && ((IHasSafepoints)Role).IsAtSafepoint);

    public override SeatView View
    {
        get
        {
            var waiting = new object[Word(Count)];
            for (var i = 0; i < waiting.Length; i++)
            {
                waiting[i] = Slot(i);
            }

            var takesMessage = waiting.Length > 0 && (Word(Continues) == 0 || Word(Before) != 0);
            return new SeatView(Role, takesMessage ? waiting[0] : null, waiting);
        }
    }

    private ref long FirstOfRole => ref Word(Prefix + (Capacity * _messageWords));

    private ref TRole Role => ref Unsafe.As<long, TRole>(ref FirstOfRole);

    public void Enqueue(in TMessage message)
    {
        ref var count = ref Word(Count);
        if (count == Capacity)
        {
            throw new CheckFailedException($"More than {Capacity} messages wait for {Name}.") { Rule = nameof(Capacity) };
        }

        Slot(count) = message;
        _messagePadding.Clear(ref FirstOfSlot(count));
        count++;
    }

    public override void Run()
    {
        var turn = new ExploreTurn(_host, _number);
        if (Word(Continues) != 0 && Word(Before) == 0)
        {
            Word(Continues) = 0;
            EndRun(Role.Step(ref turn));
        }
        else
        {
            var message = Dequeue();
            EndRun(Role.Receive(in message, ref turn));
        }

        _rolePadding.Clear(ref FirstOfRole);
    }

    private void EndRun(bool hasWork)
    {
        if (Word(Continues) != 0)
        {
            return;
        }

        if (hasWork)
        {
            (Word(Continues), Word(Before)) = (1, Word(Count));
        }
        else
        {
            _dead?.Clear(ref FirstOfRole); // see Note [Dead words]
        }
    }

    /// <summary>The others move up and a zero follows, so that equal mailboxes are equal words.</summary>
    private TMessage Dequeue()
    {
        var message = Slot(0);
        ref var count = ref Word(Count);
        for (var i = 1L; i < count; i++)
        {
            Slot(i - 1) = Slot(i);
            _messagePadding.Clear(ref FirstOfSlot(i - 1));
        }

        Slot(--count) = default; // and whatever lies between fields: a default is zero throughout
        if (Word(Continues) != 0)
        {
            Word(Before)--;
        }

        return message;
    }

    private ref long Word(long index) => ref _host.Heap.Owned(_at + (index * sizeof(long)));

    private ref long FirstOfSlot(long index) => ref Word(Prefix + (index * _messageWords));

    private ref TMessage Slot(long index) => ref Unsafe.As<long, TMessage>(ref FirstOfSlot(index));
}
