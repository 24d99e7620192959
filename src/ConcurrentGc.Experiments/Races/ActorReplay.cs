using ConcurrentGc.Actors.Hosting;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Exploration.Schedules;
using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Races;

/// <summary>Makes a schedule that the explorer found on Akka.NET actors: the same roles in other shells.</summary>
public sealed class ActorReplay : IDisposable
{
    // Note [The explorer's schedules on actors].
    //
    // A step of the explorer is what an actor does with the first entry of its mailbox: it takes a message, or goes on with
    // its work for one step. On Akka that is one message, where going on is a message to oneself. So a schedule is the order
    // in which a dispatcher with one core takes actors, when each slice is one step (HostSettings.StopsClock). That the record
    // is the same shows that neither shell adds anything: what is proved of all schedules of the one holds for the other.

    private readonly IReadOnlyList<int> _steps;
    private readonly CancellationTokenSource _end = new();
    private readonly List<RecordEntry> _record = [];
    private int _made;
    private int _choices;
    private string _misfit = string.Empty;

    private ActorReplay(IReadOnlyList<int> steps) => _steps = steps;

    /// <summary>Makes the steps of a schedule.</summary>
    /// <param name="test">The world.</param>
    /// <param name="steps">The schedule, as <see cref="Replay.Of"/> takes it.</param>
    /// <returns>What <see cref="Replay.Of"/> says of it, too.</returns>
    /// <exception cref="FormatException">A step is of an actor that has nothing to do then: the schedule is of another world.</exception>
    public static Replay Of(LitmusTest test, IReadOnlyList<int> steps)
    {
        using var replay = new ActorReplay(steps);
        return replay.Run(test);
    }

    /// <summary>Gives up what ends the run.</summary>
    public void Dispose() => _end.Dispose();

    private Replay Run(LitmusTest test)
    {
        using var scene = new LitmusScene(test);
        var tables = new WorldTables();
        using var host = new AkkaHost(SettingsOf(test), scene.Heap, tables, new Sink(this));
        scene.Build(host, tables);
        var outcome = host.Run(_end.Token);
        if (_misfit.Length == 0 && outcome.Failure is null && _made < _steps.Count)
        {
            NoteMisfit();
        }

        if (_misfit.Length > 0)
        {
            throw new FormatException(_misfit);
        }

        var isAtRest = outcome.End is RunEnd.Finished or RunEnd.Stalled;
        var message = outcome.Failure?.Cause?.Message ?? (isAtRest ? scene.AtRest() : null);
        return new Replay(_record, message ?? string.Empty, isAtRest || outcome.Failure is not null);
    }

    private HostSettings SettingsOf(LitmusTest test) => new()
    {
        Runtime = HostRuntime.Virtual,
        Helpers = test.Helpers,
        Programs = test.Programs.Count,
        Prices = new MachinePrices([.. Enum.GetValues<Work>().Select(static _ => 1L)], SliceObjects: 1, SliceNanoseconds: 1),
        StopsClock = true,
        Schedule = Next,
        Choose = (_, _) => NextChoice(),
    };

    /// <summary>The place of the next step's actor among those that are ready; behind the last step the run ends.</summary>
    private int Next(IReadOnlyList<int> ready)
    {
        if (_made < _steps.Count)
        {
            var actor = WorldSpace.ActorOf(_steps[_made]);
            for (var i = 0; i < ready.Count; i++)
            {
                if (ready[i] == actor)
                {
                    _choices = WorldSpace.ChoicesOf(_steps[_made++]);
                    return i;
                }
            }

            NoteMisfit();
        }

        _end.Cancel();
        return 0; // who is let in now does nothing any more
    }

    private void NoteMisfit() => _misfit = Replay.Misfit(_made, WorldSpace.ActorOf(_steps[_made]));

    private int NextChoice()
    {
        var choice = _choices & 0xff;
        _choices >>= 8;
        return choice;
    }

    /// <summary>Time is the number of the step, as on the explorer's host.</summary>
    private sealed class Sink(ActorReplay replay) : IRecordSink
    {
        public void Append(in RecordEntry entry) => replay._record.Add(entry with { Time = replay._made - 1 });
    }
}
