using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Heap.Checking;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Exploration.Litmus;

/// <summary>A litmus test as a world under the third host: production roles over a heap of a few tiny pages.</summary>
public sealed class LitmusWorld : IExploredWorld
{
    private readonly LitmusScene _scene;

    /// <summary>Builds the world; nothing has run.</summary>
    /// <param name="test">The test.</param>
    /// <param name="keepsDeadWords">See <see cref="ExploreHost.KeepsDeadWords"/>.</param>
    /// <exception cref="ArgumentException">Its heap is no drawing, or it has store buffers and the checks are off.</exception>
    public LitmusWorld(LitmusTest test, bool keepsDeadWords = false)
    {
        var counter = Checks.Enabled ? new AccessCounter() : null;
        _scene = new LitmusScene(test, counter);
        Host = new ExploreHost(_scene.Heap, counter) { KeepsDeadWords = keepsDeadWords };
        _scene.Build(Host, Host.Tables);
        if (test.Memory == MemoryModel.Tso)
        {
            Host.AddStoreBuffer(CoreGroup.Main(0)); // behind all others, which have their numbers
        }

        Space = new WorldSpace(Host, new StateWords(_scene.Heap, []), AtRest);
    }

    /// <summary>The test.</summary>
    public LitmusTest Test => _scene.Test;

    /// <summary>The host.</summary>
    public ExploreHost Host { get; }

    /// <summary>Its states.</summary>
    public WorldSpace Space { get; }

    /// <summary>The heap, as it was drawn.</summary>
    internal DrawnHeap Drawn => _scene.Drawn;

    /// <summary>What is reachable now, as text.</summary>
    public string Picture => _scene.Drawn.Print();

    /// <inheritdoc/>
    public string? AtRest() => _scene.AtRest();

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => _scene.Dispose();
}
