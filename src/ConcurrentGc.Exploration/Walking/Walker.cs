using System.Runtime.InteropServices;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Walking;

/// <summary>A thread of a search, with its world. See Note [Searching side by side].</summary>
/// <param name="actors">How many actors there are.</param>
/// <param name="walk">Where it is.</param>
/// <param name="visited">What all threads have met.</param>
/// <param name="tasks">What all threads have to do.</param>
/// <param name="sleeps">Whether ways that only swap steps that commute are left out. See Note [Sleep sets].</param>
internal sealed class Walker(int actors, WorldWalk walk, SharedFingerprints visited, WalkTasks tasks, bool sleeps)
{
    private const int LookEvery = 1 << 10;
    private const uint Nobody = 0;
    private readonly bool _sleeps = sleeps && walk.HasFootprints;
    private readonly SleepSets _asleep = new();
    private readonly List<int> _untried = [];
    private readonly List<Frame> _frames = [];
    private IReadOnlyList<int> _before = [];
    private long _looked;

    /// <summary>Steps that were made, but for those of others that led here.</summary>
    public long Transitions { get; private set; }

    /// <summary>The steps that broke a rule; null: none did.</summary>
    public IReadOnlyList<int>? Broken { get; private set; }

    /// <summary>What the broken rule says.</summary>
    public string Message => walk.Message;

    /// <summary>Does a task.</summary>
    /// <param name="task">The task.</param>
    /// <param name="isLimitHit">Asked now and then.</param>
    /// <returns>
    /// False: a rule broke; or a limit was hit, or somebody ended the search, and what was left of the task was added to the tasks.
    /// </returns>
    public bool Walk(WalkTask task, Func<bool> isLimitHit)
    {
        _before = task.Steps;
        if (!TryBegin(task))
        {
            return false;
        }

        while (_frames.Count > 0)
        {
            if (Transitions >= _looked + LookEvery)
            {
                _looked = Transitions;
                if (tasks.AreOver || isLimitHit())
                {
                    PutBack();
                    return false;
                }

                Share();
            }

            var frame = _frames[^1];
            if (frame.Next == frame.End)
            {
                _untried.RemoveRange(frame.First, _untried.Count - frame.First);
                _frames.RemoveAt(_frames.Count - 1);
                _asleep.RemoveFrom(frame.Asleep);
                walk.Undo(frame.Mark);
            }
            else if (!TryAdvance(frame))
            {
                Broken = [.. _before, .. _frames.Select(each => each.Step)];
                return false;
            }
        }

        walk.Undo(0);
        return true;
    }

    private bool TryBegin(WalkTask task)
    {
        foreach (var step in task.Steps)
        {
            walk.Choices.Give(WorldSpace.ChoicesOf(step));
            walk.TryStep(WorldSpace.ActorOf(step));
        }

        if (task.Actors.Count > 0)
        {
            Open(CollectionsMarshal.AsSpan([.. task.Actors]), walk.Mark, _asleep.Mark);
            return true;
        }

        return !visited.Narrow(walk.Fingerprint, Nobody, out _) || TryOpen(walk.Mark, _asleep.Mark, uint.MaxValue, isNew: true);
    }

    /// <summary>Makes the next step of the newest state, and goes on from there if that is new.</summary>
    /// <returns>False: a rule broke.</returns>
    private bool TryAdvance(Frame frame)
    {
        walk.Choices.Give(frame.Choices);
        var (actor, mark) = (_untried[frame.Next], walk.Mark);
        var holds = walk.TryStep(actor);
        Transitions++;
        var step = WorldSpace.StepOf(actor, walk.Choices.Packed);
        var goesOn = walk.Choices.TryNext();
        var (next, choices) = goesOn ? (frame.Next, walk.Choices.Packed) : (frame.Next + 1, 0);
        _frames[^1] = frame with { Next = next, Choices = choices, Step = step };
        if (!holds)
        {
            return false;
        }

        var asleep = _asleep.Mark;
        var sleeping = Nobody;
        if (_sleeps)
        {
            var footprint = walk.FootprintOf(actor, mark);
            if (!goesOn && frame.Choices == 0) // one that has a choice goes on being tried
            {
                _asleep.Add(in footprint);
                asleep = _asleep.Mark;
            }

            sleeping = _asleep.AddBehind(frame.Asleep, in footprint);
        }

        var isNew = visited.Narrow(walk.Fingerprint, sleeping, out var before);
        var awake = before & ~sleeping;
        if (awake != Nobody)
        {
            _asleep.Keep(asleep, before);
            return TryOpen(mark, asleep, awake, isNew);
        }

        _asleep.RemoveFrom(asleep);
        walk.Undo(mark);
        return true;
    }

    /// <summary>Begins to try the actors of the state that is there.</summary>
    /// <param name="mark">Where the step that led there is undone to.</param>
    /// <param name="asleep">Where its sleep set begins.</param>
    /// <param name="awake">Bits of the actors that are tried.</param>
    /// <param name="isNew">Whether it was never met before.</param>
    /// <returns>False: nobody has anything to do, and that breaks a rule.</returns>
    private bool TryOpen(int mark, int asleep, uint awake, bool isNew)
    {
        Span<int> enabled = stackalloc int[actors];
        var count = walk.Enabled(enabled);
        if (count == 0 && isNew && walk.IsBrokenAtRest())
        {
            return false;
        }

        var tried = 0;
        for (var i = 0; i < count; i++)
        {
            if ((awake & (1U << enabled[i])) != 0 || awake == uint.MaxValue)
            {
                enabled[tried++] = enabled[i];
            }
        }

        Open(enabled[..tried], mark, asleep);
        return true;
    }

    private void Open(ReadOnlySpan<int> enabled, int mark, int asleep)
    {
        var first = _untried.Count;
        _untried.AddRange(enabled);
        _frames.Add(new Frame(mark, first, first, _untried.Count, 0, 0, asleep));
    }

    /// <summary>Makes tasks of all that is not tried, and goes back to the start.</summary>
    private void PutBack()
    {
        for (var i = 0; i < _frames.Count; i++)
        {
            var frame = _frames[i];
            if (frame.Next < frame.End) // one whose choices are not all tried is tried again: that meets no state twice
            {
                tasks.Add(TaskOf(i, _untried.GetRange(frame.Next, frame.End - frame.Next)));
            }
        }

        _frames.Clear();
        _untried.Clear();
        _asleep.RemoveFrom(0);
        walk.Undo(0);
    }

    private WalkTask TaskOf(int frame, IReadOnlyList<int> actors) =>
        new([.. _before, .. _frames.Take(frame).Select(each => each.Step)], actors);

    /// <summary>Gives the untried actors of the oldest state that has some to whoever has nothing to do.</summary>
    private void Share()
    {
        if (!tasks.AreWanted)
        {
            return;
        }

        for (var i = 0; i < _frames.Count - 1; i++)
        {
            var frame = _frames[i];
            var first = frame.Choices == 0 ? frame.Next : frame.Next + 1; // one whose choices are not all tried stays here
            if (first < frame.End)
            {
                tasks.Add(TaskOf(i, _untried.GetRange(first, frame.End - first)));
                _frames[i] = frame with { End = first };
                return;
            }
        }
    }

    /// <summary>A state on the way: where its step is undone to, which actors are not tried, the step that was, and where its sleep set begins.</summary>
    private readonly record struct Frame(int Mark, int First, int Next, int End, int Choices, int Step, int Asleep);
}
