using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Collections;

/// <summary>Nanoseconds by phase. Phases nest, so the sum over all of them counts some time twice.</summary>
public sealed class PhaseTimes
{
    private static readonly CollectionPhase[] _known = Enum.GetValues<CollectionPhase>();
    private readonly long[] _nanoseconds = new long[(int)_known.Max() + 1];

    /// <summary>Every phase, by number.</summary>
    public static IReadOnlyList<CollectionPhase> All => _known;

    /// <summary>Nanoseconds in a phase; zero when it did not run.</summary>
    /// <param name="phase">A member of the enum.</param>
    public long this[CollectionPhase phase] => _nanoseconds[(int)phase];

    /// <summary>Adds time to a phase.</summary>
    /// <param name="phase">A member of the enum.</param>
    /// <param name="nanoseconds">Not negative.</param>
    internal void Add(CollectionPhase phase, long nanoseconds) => _nanoseconds[(int)phase] += nanoseconds;
}
