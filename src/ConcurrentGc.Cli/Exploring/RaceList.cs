using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments;
using ConcurrentGc.Exploration.Litmus;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>The races that come with the command.</summary>
internal static class RaceList
{
    private static readonly LitmusTest _lostObject = new()
    {
        Name = "lost-object",
        Heap = "root g -> a; root r0 -> a; a.0 -> x; a.1 -> a",
        Programs = [LitmusSyntax.Parse("mark; r1 = r0.0; r0.0 = null; r0.1 = r1; r1 = null; collect")],
        Barrier = BarrierKind.DijkstraStoreShade,
    };

    /// <summary>All of them, in order of name.</summary>
    public static IReadOnlyList<RaceEntry> All { get; } =
    [
        new(
            _lostObject with { Barrier = BarrierKind.None },
            _lostObject,
            "A store moves a pointer behind the marker's back",
            KnownDefects.Of(Defect.NothingShaded).Rule),
    ];

    /// <summary>Their names, in order.</summary>
    public static IReadOnlyList<string> Names { get; } = [.. All.Select(race => race.Broken.Name)];

    /// <summary>Finds a race.</summary>
    /// <param name="word">Its name.</param>
    /// <exception cref="UsageException">There is none of that name.</exception>
    public static RaceEntry Find(string word) =>
        All.FirstOrDefault(race => string.Equals(race.Broken.Name, word, StringComparison.Ordinal))
        ?? throw new UsageException($"unknown race '{word}'{NearestWord.Offer(word, Names)} (allowed: {string.Join(", ", Names)})");
}
