namespace ConcurrentGc.Exploration.Hosting;

/// <summary>A world under the third host, built and not begun.</summary>
public interface IExploredWorld : IDisposable
{
    /// <summary>Its host.</summary>
    ExploreHost Host { get; }

    /// <summary>Looks at the world when nobody has anything to do.</summary>
    /// <returns>What is wrong: somebody waits for ever; null: all is done.</returns>
    string? AtRest();
}
