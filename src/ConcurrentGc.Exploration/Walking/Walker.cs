using System.Runtime.InteropServices;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Walking;

/// <summary>A thread of a search, with its world. See Note [Searching side by side].</summary>
/// <param name="actors">How many actors there are.</param>
/// <param name="walk">Where it is.</param>
/// <param name="visited">What all threads have met.</param>
/// <param name="tasks">What all threads have to do.</param>
internal sealed class Walker(int actors, WorldWalk walk, SharedFingerprints visited, WalkTasks tasks)
{
    private const int LookEvery = 1 << 10;
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
            Open(CollectionsMarshal.AsSpan([.. task.Actors]), walk.Mark);
            return true;
        }

        visited.Add(walk.Fingerprint);
        return TryOpen(walk.Mark);
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

        if (visited.Add(walk.Fingerprint))
        {
            return TryOpen(mark);
        }

        walk.Undo(mark);
        return true;
    }

    private bool TryOpen(int mark)
    {
        Span<int> enabled = stackalloc int[actors];
        var count = walk.Enabled(enabled);
        if (count == 0 && walk.IsBrokenAtRest())
        {
            return false;
        }

        Open(enabled[..count], mark);
        return true;
    }

    private void Open(ReadOnlySpan<int> enabled, int mark)
    {
        var first = _untried.Count;
        _untried.AddRange(enabled);
        _frames.Add(new Frame(mark, first, first, _untried.Count, 0, 0));
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

    /// <summary>A state on the way: where its step is undone to, which actors are not tried, and the step that was.</summary>
    private readonly record struct Frame(int Mark, int First, int Next, int End, int Choices, int Step);
}
