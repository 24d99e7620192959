using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace ConcurrentGc.Exploration.Walking;

/// <summary>What is left of a search for threads that have nothing to do.</summary>
/// <param name="threads">How many threads search.</param>
internal sealed class WalkTasks(int threads)
{
    private readonly ConcurrentQueue<WalkTask> _tasks = new();
    private int _idle;
    private volatile bool _isOver;

    /// <summary>Whether a thread waits for something to do.</summary>
    public bool AreWanted => Volatile.Read(ref _idle) > _tasks.Count;

    /// <summary>Whether the search is over, because all is done or because somebody ended it.</summary>
    public bool AreOver => _isOver;

    /// <summary>Those that nobody has taken.</summary>
    public IReadOnlyList<WalkTask> Left => [.. _tasks];

    /// <summary>Adds one.</summary>
    public void Add(WalkTask task) => _tasks.Enqueue(task);

    /// <summary>Ends the search.</summary>
    public void End() => _isOver = true;

    /// <summary>Takes one, and waits for it if others may still add some.</summary>
    /// <returns>False: the search is over.</returns>
    public bool TryTake([NotNullWhen(true)] out WalkTask? task)
    {
        task = null;
        if (_isOver)
        {
            return false;
        }

        if (_tasks.TryDequeue(out task))
        {
            return true;
        }

        Interlocked.Increment(ref _idle);
        var spin = default(SpinWait);
        while (!_isOver)
        {
            if (_tasks.TryDequeue(out task))
            {
                Interlocked.Decrement(ref _idle);
                return true;
            }

            if (Volatile.Read(ref _idle) == threads && _tasks.IsEmpty)
            {
                _isOver = true; // who is busy would not be counted, and only who is busy adds
            }

            spin.SpinOnce();
        }

        return false;
    }
}
