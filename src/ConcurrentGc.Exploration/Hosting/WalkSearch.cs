using ConcurrentGc.Exploration.Searching;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>
/// Visits every state of a world, depth first, going back by undoing steps: for verdicts. What it says does not depend on
/// the order.
/// </summary>
/// <param name="host">The host of the world.</param>
/// <param name="walk">Where it is.</param>
/// <param name="limits">What the search may take.</param>
public sealed class WalkSearch(ExploreHost host, WorldWalk walk, SearchLimits limits)
{
    private const int LookEvery = 1 << 12;
    private readonly FingerprintTable _visited = new();
    private readonly List<int> _enabled = [];
    private readonly List<Frame> _frames = [];
    private long _transitions;

    /// <summary>Searches.</summary>
    /// <param name="cancellation">Ends the search, which is inconclusive then.</param>
    public SearchResult Run(CancellationToken cancellation = default)
    {
        _visited.Add(walk.Fingerprint);
        if (!TryOpen())
        {
            return Result(Verdict.Violated);
        }

        while (_frames.Count > 0)
        {
            if (_transitions % LookEvery == 0 && LimitHit(cancellation) is { Length: > 0 } reason)
            {
                return Result(Verdict.Inconclusive) with { Reason = reason };
            }

            var frame = _frames[^1];
            if (frame.Next == frame.End)
            {
                Close(frame);
                continue;
            }

            if (!TryAdvance(frame))
            {
                return Result(Verdict.Violated) with { Schedule = [.. _frames.Select(each => each.Step)] };
            }
        }

        return Result(Verdict.Safe);
    }

    /// <summary>Makes the next step of the newest frame, and goes on from there if the state is new.</summary>
    /// <returns>False: a rule broke.</returns>
    private bool TryAdvance(Frame frame)
    {
        var actor = _enabled[frame.Next];
        if (!frame.GoesOnChoosing)
        {
            walk.Choices.Reset();
        }
        else
        {
            walk.Choices.Give(frame.Choices);
        }

        var mark = walk.Mark;
        var holds = walk.TryStep(actor);
        _transitions++;
        var step = WorldSpace.StepOf(actor, walk.Choices.Packed);
        var hasMore = walk.Choices.TryNext();
        _frames[^1] = frame with
        {
            Next = hasMore ? frame.Next : frame.Next + 1,
            GoesOnChoosing = hasMore,
            Choices = walk.Choices.Packed,
            Step = step,
        };
        if (!holds)
        {
            return false;
        }

        if (!_visited.Add(walk.Fingerprint))
        {
            walk.Undo(mark);
            return true;
        }

        return TryOpen(mark);
    }

    private bool TryOpen(int mark = 0)
    {
        Span<int> enabled = stackalloc int[host.Count];
        var count = walk.Enabled(enabled);
        var first = _enabled.Count;
        foreach (var actor in enabled[..count])
        {
            _enabled.Add(actor);
        }

        if (count == 0 && walk.IsBrokenAtRest())
        {
            return false;
        }

        _frames.Add(new Frame(mark, first, first, first + count));
        return true;
    }

    private void Close(Frame frame)
    {
        _enabled.RemoveRange(frame.First, frame.End - frame.First);
        _frames.RemoveAt(_frames.Count - 1);
        walk.Undo(frame.Mark);
    }

    private string LimitHit(CancellationToken cancellation) =>
        cancellation.IsCancellationRequested ? "interrupted"
        : _visited.Count > limits.States ? "states"
        : _visited.Bytes > limits.Bytes ? "memory"
        : string.Empty;

    private SearchResult Result(Verdict verdict) => new(verdict, _visited.Count, _transitions, _visited.Bytes);

    /// <summary>A state on the way: where its step is undone to, and which of its actors was not tried yet.</summary>
    private readonly record struct Frame(int Mark, int First, int Next, int End)
    {
        public bool GoesOnChoosing { get; init; }

        public int Choices { get; init; }

        public int Step { get; init; }
    }
}
