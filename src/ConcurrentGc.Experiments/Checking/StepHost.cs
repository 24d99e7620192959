using ConcurrentGc.Exploration.Sampling;
using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Checking;

/// <summary>
/// Hosts a world on one thread. Each call of a role ends after <paramref name="slice"/> calls of Spend; who runs next is
/// drawn from a seed. Under an even seed one role after the other is left out for a while, as long as others have work:
/// that finds what happens only when a role is late by many steps. The heap's counter fails the run when a role makes two
/// shared accesses between two Spends, or any after a Spend that told it to return; so does another Spend then.
/// </summary>
internal sealed class StepHost(SharedHeap heap, AccessCounter counter, int slice, ulong seed) : IHost
{
    /// <summary>For so many steps on average a role is late.</summary>
    private const int LateSteps = 100;

    private readonly List<Seat> _seats = [];
    private readonly List<(long Due, Action Send)> _later = [];
    private long _slept;
    private SeededRandom _random = new(seed);
    private int _late;

    public SharedHeap Heap => heap;

    public WorldTables Tables { get; } = new();

    public List<RecordEntry> Record { get; } = [];

    /// <summary>Address of a word whose shared accesses are counted.</summary>
    public long Watched { get; init; }

    /// <summary>Shared accesses to that word.</summary>
    public int WatchedAccesses { get; private set; }

    public long Steps { get; private set; }

    /// <summary>Steps, and what was slept: a message that was sent for later may come after any step, and then it is time.</summary>
    private long Now => Steps + _slept;

    /// <summary>What the roles paid for, by kind of work.</summary>
    public long[] Paid { get; } = new long[Enum.GetValues<Work>().Length];

    public Address<TMessage> Add<TRole, TMessage>(string name, CoreGroup group, TRole role)
        where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged
    {
        _seats.Add(new Seat<TRole, TMessage>(this, _seats.Count, role));
        return new Address<TMessage>(_seats.Count - 1);
    }

    public void Post<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged =>
        ((IMailbox<TMessage>)_seats[to.Index]).Enqueue(message);

    /// <summary>Runs until nobody has work. Fails when that takes more than <paramref name="limit"/> steps.</summary>
    public void Run(long limit = 50_000_000)
    {
        var enabled = new List<Seat>();
        while (true)
        {
            enabled.Clear();
            enabled.AddRange(_seats.Where(seat => seat.IsEnabled));
            if (_later.Count > 0 && _random.Next(enabled.Count + 1) == 0)
            {
                SendOne();
                continue;
            }

            if (enabled.Count == 0)
            {
                return;
            }

            counter.Reset();
            Draw(enabled).Run();
            if (++Steps > limit)
            {
                throw new CheckFailedException("The world does not come to rest.");
            }
        }
    }

    private void SendOne()
    {
        var (due, send) = _later[_random.Next(_later.Count)];
        _later.Remove((due, send));
        _slept = Math.Max(_slept, due - Steps);
        send();
    }

    private void Watch() => WatchedAccesses += counter.Count > 0 && counter.LastAddress == Watched ? 1 : 0;

    private Seat Draw(List<Seat> enabled)
    {
        if (seed % 2 == 0)
        {
            _late = _random.Next(LateSteps) == 0 ? _random.Next(_seats.Count) : _late;
            if (enabled.Count > 1)
            {
                enabled.Remove(_seats[_late]);
            }
        }

        return enabled[_random.Next(enabled.Count)];
    }

    public int Count(EventKind kind, long subject) =>
        Record.Count(entry => entry.Kind == kind && entry.Subject == subject);

    private interface IMailbox<TMessage>
    {
        void Enqueue(TMessage message);
    }

    private abstract class Seat
    {
        public abstract bool IsEnabled { get; }

        public abstract void Run();
    }

    private sealed class Seat<TRole, TMessage>(StepHost host, int number, TRole role) : Seat, IMailbox<TMessage>
        where TRole : unmanaged, IRole<TMessage> where TMessage : unmanaged
    {
        private readonly Queue<TMessage> _mailbox = new();
        private TRole _role = role;
        private bool _hasWork;

        public override bool IsEnabled => _hasWork || _mailbox.Count > 0;

        public void Enqueue(TMessage message) => _mailbox.Enqueue(message);

        /// <summary>Messages and work in turn, as a mailbox with a Continue in it.</summary>
        public override void Run()
        {
            ref var running = ref _role;
            var turn = new Turn(host, number);
            if (_mailbox.TryDequeue(out var message))
            {
                _hasWork |= running.Receive(in message, ref turn);
            }
            else
            {
                _hasWork = running.Step(ref turn);
            }
        }
    }

    private struct Turn(StepHost host, int actor) : ITurn
    {
        private int _left = host.Slice;

        private readonly StepHost Host => host;

        public readonly SharedHeap Heap => host.Heap;

        public readonly WorldTables Tables => host.Tables;

        public readonly long Now => host.Now;

        public readonly void Send<TMessage>(Address<TMessage> to, in TMessage message) where TMessage : unmanaged =>
            host.Post(to, message);

        public readonly void SendLater<TMessage>(Address<TMessage> to, in TMessage message, long nanoseconds)
            where TMessage : unmanaged
        {
            var (host, copy) = (Host, message);
            host._later.Add((host.Now + nanoseconds, () => host.Post(to, copy)));
        }

        public bool Spend(Work work, long amount)
        {
            if (_left == 0)
            {
                throw new CheckFailedException("A role went on although it was told to return.");
            }

            host.Watch();
            host.Counter.Reset();
            Pay(work, amount);
            if (--_left == 0)
            {
                host.Counter.Close(); // any access before the role returns fails
            }

            return _left > 0;
        }

        public readonly void Pay(Work work, long amount) => host.Paid[(int)work] += amount;

        public readonly int Choose(int options) => host._random.Next(options);

        public readonly void Record(EventKind kind, long epoch, long subject, long value) =>
            host.Record.Add(new RecordEntry(host.Now, actor, kind, epoch, subject, value));
    }

    private int Slice => slice;

    private AccessCounter Counter => counter;
}
