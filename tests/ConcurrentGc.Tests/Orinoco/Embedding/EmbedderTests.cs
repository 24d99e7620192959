using ConcurrentGc.Heap;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Memory;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Embedding;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Mutating;
using ConcurrentGc.Orinoco.Recording;
using ConcurrentGc.Tests.Support;
using Xunit;

namespace ConcurrentGc.Tests.Orinoco.Embedding;

/// <summary>One embedder between probes. Time is steps, so the first message comes at 0.</summary>
public sealed class EmbedderTests : IDisposable
{
    private const long Second = 1_000_000_000;

    private readonly SharedHeap _heap = new(Geometry.Tiny);
    private StepHost _host;

    public EmbedderTests() => _host = Host(seed: 1);

    public void Dispose() => _heap.Dispose();

    [Fact]
    public void A_program_that_sleeps_is_woken_once_however_often_it_is_stopped_meanwhile()
    {
        Tell(new EmbedderSettings { FrameNanoseconds = 100 }, Asleep(Second), Asleep(Second) with { Verb = EmbedderVerb.SleepsOn });

        Assert.Equal(1, _host.Count(MutatorProbe.Told, (long)MutatorVerb.Wake));
    }

    [Theory]
    [InlineData(1, true, 16_000_000, 16_000_000)] // up to the frame
    [InlineData(1, false, Second, Embedder.LongestPeriod)]
    [InlineData(1, false, 20_000_000, 20_000_000)] // up to a timer
    [InlineData(0, true, 16_000_000, 0)]
    public void A_program_with_frames_grants_the_time_up_to_the_next_one_and_at_most_fifty_milliseconds(
        int grants, bool waitsForFrame, long wakes, long deadline)
    {
        Tell(
            new EmbedderSettings { FrameNanoseconds = 100, GrantsTime = grants },
            new EmbedderMessage(EmbedderVerb.FrameEnded, 0, 0, 50),
            Asleep(wakes) with { WaitsForFrame = waitsForFrame });

        Assert.InRange(Granted().Single(), deadline, deadline == 0 ? 0 : deadline + 10);
    }

    [Fact]
    public void A_program_without_frames_grants_none_as_in_Node()
    {
        Tell(new EmbedderSettings { FrameNanoseconds = 100, GrantsTime = 1 }, Asleep(Second));

        Assert.Equal([0], Granted());
    }

    [Fact]
    public void Work_that_does_not_fit_gets_the_whole_of_the_next_period_unless_the_program_is_awake_by_then()
    {
        var again = 0;
        for (var seed = 1UL; seed <= 20; seed++)
        {
            _host = Host(seed);
            Tell(
                new EmbedderSettings { FrameNanoseconds = 100, GrantsTime = 1 },
                new EmbedderMessage(EmbedderVerb.FrameEnded, 0, 0, 50),
                Asleep(Second),
                new EmbedderMessage(EmbedderVerb.TimeWanted, 0, 0));

            var granted = Granted();
            again += granted.Count - 1;
            Assert.All(granted.Skip(1), deadline => Assert.InRange(
                deadline - granted[0], Embedder.LongestPeriod - 10, Embedder.LongestPeriod + 10));
        }

        Assert.InRange(again, 1, 19);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(100, 0)]
    [InlineData(101, 1)]
    [InlineData(350, 3)]
    public void A_frame_drops_each_time_that_the_display_was_ready_before_it_was_done(long nanoseconds, long dropped)
    {
        Tell(new EmbedderSettings { FrameNanoseconds = 100 }, new EmbedderMessage(EmbedderVerb.FrameEnded, 0, 0, nanoseconds));

        var frame = Assert.Single(_host.Record, entry => entry.Kind == EventKind.Frame);
        Assert.Equal((dropped, nanoseconds), (frame.Subject, frame.Value));
    }

    [Fact]
    public void That_memory_is_short_is_told_once_whether_the_program_runs_or_sleeps()
    {
        Tell(
            new EmbedderSettings { FrameNanoseconds = 100, Pressure = MemoryPressure.Critical, PressureAt = 50 },
            Asleep(1000),
            new EmbedderMessage(EmbedderVerb.Interrupted, 0, 0));

        Assert.Equal(1, _host.Count(CollectorProbe.Told, (long)CollectorVerb.MemoryIsShort));
    }

    [Fact]
    public void Of_several_programs_each_is_woken_and_the_time_granted_is_that_of_the_one_that_fell_asleep_last()
    {
        Tell(
            new EmbedderSettings { FrameNanoseconds = 100, GrantsTime = 1 },
            new EmbedderMessage(EmbedderVerb.FrameEnded, 0, 0, 50),
            Asleep(Second),
            Asleep(20_000_000) with { Mutator = 1 });

        var woken = _host.Record.Where(entry => entry is { Kind: MutatorProbe.Told, Subject: (long)MutatorVerb.Wake });
        Assert.Equal([1, 2], woken.Select(entry => entry.Actor).Order());
        Assert.Equal(20_000_000, Granted()[^1]);
    }

    private StepHost Host(ulong seed) => new(_heap, new AccessCounter(), slice: 1, seed);

    private static EmbedderMessage Asleep(long until) => new(EmbedderVerb.FellAsleep, 0, 0, until);

    private List<long> Granted() =>
    [
        .. _host.Record.Where(entry => entry is { Kind: CollectorProbe.Told, Subject: (long)CollectorVerb.FellAsleep })
            .Select(entry => entry.Epoch),
    ];

    private void Tell(EmbedderSettings settings, params EmbedderMessage[] messages)
    {
        var world = new WorldAddresses { Mutators = 2, FirstMutator = 1, EmbedderNumber = 3 };
        _host.Add<CollectorProbe, CollectorMessage>("collector", CoreGroup.Main(0), default);
        _host.Add<MutatorProbe, MutatorMessage>("mutator-0", CoreGroup.Main(0), default);
        _host.Add<MutatorProbe, MutatorMessage>("mutator-1", CoreGroup.Main(0), default);
        var embedder = _host.Add<Embedder, EmbedderMessage>("embedder", CoreGroup.Main(0), new(settings, world.Embedder, world));
        foreach (var message in messages)
        {
            _host.Post(embedder, message);
        }

        _host.Run();
    }
}
