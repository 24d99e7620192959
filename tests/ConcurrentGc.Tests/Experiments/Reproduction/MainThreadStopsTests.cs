using ConcurrentGc.Experiments.Reproduction;
using ConcurrentGc.Orinoco.Recording;
using Xunit;

namespace ConcurrentGc.Tests.Experiments.Reproduction;

public sealed class MainThreadStopsTests
{
    private readonly MainThreadStops _stops = new();

    [Fact]
    public void Pauses_and_marking_steps_are_stops_and_what_touches_is_one()
    {
        Append(10, EventKind.PauseBegin);
        Append(20, EventKind.PauseEnd);
        Append(30, EventKind.PhaseBegin, CollectionPhase.Incremental);
        Append(34, EventKind.PhaseEnd, CollectionPhase.Incremental);
        Append(34, EventKind.PauseBegin);
        Append(40, EventKind.PauseEnd);

        Assert.Equal([(10, 20), (30, 40)], _stops.Stops);
    }

    [Fact]
    public void A_step_within_a_pause_is_no_stop_of_its_own()
    {
        Append(10, EventKind.PauseBegin);
        Append(12, EventKind.PhaseBegin, CollectionPhase.Incremental);
        Append(14, EventKind.PhaseEnd, CollectionPhase.Incremental);
        Append(20, EventKind.PauseEnd);

        Assert.Equal([(10, 20)], _stops.Stops);
    }

    [Fact]
    public void What_helpers_do_beside_the_program_is_no_stop()
    {
        Append(10, EventKind.PhaseBegin, CollectionPhase.MarkConcurrently);
        Append(20, EventKind.PhaseEnd, CollectionPhase.MarkConcurrently);

        Assert.Empty(_stops.Stops);
    }

    private void Append(long time, EventKind kind, CollectionPhase? phase = null) =>
        _stops.Append(new RecordEntry { Time = time, Kind = kind, Epoch = 1, Subject = (long?)phase ?? 0 });
}
