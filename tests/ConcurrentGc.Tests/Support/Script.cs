using ConcurrentGc.Heap;

namespace ConcurrentGc.Tests.Support;

/// <summary>What a <see cref="ScriptedProgram"/> does, step by step: change the heap as a mutator may, or have it collected.</summary>
internal sealed class Script
{
    private readonly List<(char Collection, Action<SharedHeap>? Change)> _steps = [];

    public IReadOnlyList<(char Collection, Action<SharedHeap>? Change)> Steps => _steps;

    /// <summary>Collections only: s for a scavenge, f for a full one.</summary>
    public static implicit operator Script(string collections) => new Script().Collect(collections);

    /// <summary>A change between two safepoints. It must not allocate more than there is room for.</summary>
    public Script Do(Action<SharedHeap> change)
    {
        _steps.Add((default, change));
        return this;
    }

    /// <summary>Collections: s for a scavenge, f for a full one.</summary>
    public Script Collect(string collections)
    {
        _steps.AddRange(collections.Select(each => (each, default(Action<SharedHeap>?))));
        return this;
    }
}
