using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Heap.Verifying;
using ConcurrentGc.Orinoco.Collecting;
using ConcurrentGc.Orinoco.Marking;
using ConcurrentGc.Orinoco.Scavenging;

namespace ConcurrentGc.Exploration.Explaining;

/// <summary>
/// A schedule of a litmus world in words: it is made again, and the world is compared before and behind each step.
/// </summary>
/// <param name="world">The world; nothing has run in it.</param>
public sealed class WorldTale(LitmusWorld world)
{
    private const string Stalled = nameof(Stalled);

    private readonly HeapWatch _watch = new(world);
    private readonly ExploreHost _host = world.Host;

    /// <summary>Names of the actors, by number.</summary>
    public IReadOnlyList<string> Actors => _host.Actors;

    /// <summary>Messages that wait for each actor before anything has run, by number.</summary>
    public IReadOnlyList<int> Posted { get; } = [.. Enumerable.Range(0, world.Host.Count).Select(actor => world.Host.View(actor).Waiting.Count)];

    /// <summary>The step, from one, since which the rule is broken; what finds it may come much later.</summary>
    public int BrokenAt { get; private set; }

    /// <summary>The heap behind that step, in lines.</summary>
    public IReadOnlyList<string> Heap { get; private set; } = [];

    /// <summary>Name of the rule that broke; empty: none.</summary>
    public string Rule { get; private set; } = string.Empty;

    /// <summary>What the broken rule says of the heap.</summary>
    public string Message { get; private set; } = string.Empty;

    /// <summary>Tells a schedule, up to the step that breaks a rule.</summary>
    /// <param name="schedule">Its steps.</param>
    /// <exception cref="FormatException">A step is of an actor that has nothing to do then: the schedule is of another world.</exception>
    public IReadOnlyList<NarratedStep> Tell(IReadOnlyList<int> schedule)
    {
        var steps = new List<NarratedStep>();
        var heaps = new List<SeenHeap> { _watch.Look() };
        foreach (var step in schedule)
        {
            var enabled = new int[_host.Count];
            var count = _host.Enabled(enabled);
            if (count > 0 && !enabled.AsSpan(0, count).Contains(WorldSpace.ActorOf(step)))
            {
                throw new FormatException(
                    $"step {steps.Count + 1} is of actor {WorldSpace.ActorOf(step)}, which has nothing to do then: the schedule is of another world");
            }

            if (count == 0)
            {
                break; // a search makes one step more in a world at rest, in which it asks what still waits
            }

            steps.Add(Tell(step, steps.Count + 1, heaps));
            if (Rule.Length > 0)
            {
                break;
            }
        }

        if (Rule.Length == 0 && _host.Enabled(new int[_host.Count]) == 0 && world.AtRest() is { } waiting)
        {
            (Rule, Message) = (Stalled, waiting);
        }

        if (Rule.Length > 0)
        {
            FindBreak(heaps);
        }

        return steps;
    }

    private NarratedStep Tell(int step, int number, List<SeenHeap> heaps)
    {
        var actor = WorldSpace.ActorOf(step);
        var before = Views();
        var words = new List<string>();
        if (before[actor].Next is { } message)
        {
            words.Add($"← {RoleWords.Verb(message)}");
        }

        var reading = Reading(before[actor]);
        var offered = ProgramWords.Offered(before[actor], world, Actors[actor]);
        var holds = TryMake(step);
        var after = Views();
        var operation = offered.Count > 0
            ? offered[WorldSpace.ChoicesOf(step)]
            : ProgramWords.Of(before[actor], after[actor], world.Test, Actors[actor]);
        heaps.Add(_watch.Look());
        words.AddRange(reading);
        words.AddRange(heaps[^1].ChangesSince(heaps[^2]));
        words.AddRange(Enumerable.Range(0, after.Length).SelectMany(each => new BufferWords(_watch).Of(before[each], after[each], Actors[each])));
        words.AddRange(Phase(before[actor], after[actor]));
        var sent = Sent(before, after, actor).ToList();
        words.AddRange(sent.Select(each => $"→ {Actors[each.To]}: {each.Verb}"));
        if (!holds)
        {
            words.Add($"finds {Rule} broken");
        }

        var rest = string.Join(", ", words);
        return new NarratedStep(
            number, actor, operation.Length == 0 ? rest : rest.Length == 0 ? operation : $"{operation}: {rest}")
        {
            Receives = before[actor].Next is not null,
            Receivers = [.. sent.Select(each => each.To)],
        };
    }

    /// <summary>A black object may point to a white one for a moment, between two steps of a store; the last time it stayed so.</summary>
    private void FindBreak(List<SeenHeap> heaps)
    {
        BrokenAt = heaps.Count - 1;
        while (string.Equals(Rule, nameof(HeapRule.BlackToWhite), StringComparison.Ordinal)
            && BrokenAt > 1 && heaps[BrokenAt - 1].HasBlackToWhite)
        {
            BrokenAt--;
        }

        Heap = heaps[BrokenAt].Lines();
    }

    private static IEnumerable<string> Phase(SeatView before, SeatView after)
    {
        var phase = RoleWords.Field<CollectorPhase>(after.Role, "_phase");
        return after.Role is Collector && phase != RoleWords.Field<CollectorPhase>(before.Role, "_phase")
            ? [phase == CollectorPhase.Idle ? "done" : $"phase {RoleWords.Words(phase)}"]
            : [];
    }

    private SeatView[] Views() => [.. Enumerable.Range(0, _host.Count).Select(_host.View)];

    private bool TryMake(int step)
    {
        try
        {
            world.Space.Make(step);
            return true;
        }
#pragma warning disable CA1031 // Whatever a role throws is a violation.
        catch (Exception failure)
#pragma warning restore CA1031
        {
            Rule = failure is CheckFailedException check ? check.Rule : failure.GetType().Name;
            Message = failure.Message;
            return false;
        }
    }

    /// <summary>What a worker looks at, where that changes nothing.</summary>
    private string[] Reading(SeatView view)
    {
        if (view.Next is not null)
        {
            return [];
        }

        var role = view.Role;
        var at = role switch
        {
            Marker when RoleWords.Field<MarkerState>(role, "_state") is MarkerState.LoadField or MarkerState.VisitRoots
                && RoleWords.Field<long>(role, "_cursor") != RoleWords.Field<long>(role, "_end") =>
                _watch.SlotAt(RoleWords.Field<long>(role, "_cursor")),
            Marker when RoleWords.Field<MarkerState>(role, "_state") == MarkerState.LookAtMark =>
                _watch.NameOf(RoleWords.Field<long>(role, "_target") | 1),
            Scavenger when RoleWords.Field<ScavengerState>(role, "_state") == ScavengerState.ReadHeader =>
                _watch.NameOf(RoleWords.Field<long>(role, "_object") | 1),
            _ => null,
        };
        return at is null ? [] : [$"looks at {at}"];
    }

    private static IEnumerable<(int To, string Verb)> Sent(SeatView[] before, SeatView[] after, int actor) =>
        Enumerable.Range(0, after.Length).SelectMany(to =>
            RoleWords.Sent(before[to], after[to], to == actor && before[to].Next is not null).Select(verb => (to, verb)));
}
