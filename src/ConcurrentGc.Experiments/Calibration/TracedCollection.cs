using System.Globalization;
using ConcurrentGc.Experiments.Logs;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Calibration;

/// <summary>One collection of a real run with the times that V8 traced, milliseconds by V8's names.</summary>
/// <param name="Kind">Scavenge or mark-compact.</param>
/// <param name="Fields">All numbers of the line.</param>
public sealed record TracedCollection(CycleKind Kind, IReadOnlyDictionary<string, double> Fields)
{
    // A pause is these scopes and what V8 does outside of them; the last of it is sweeping that the collection before left.
    private static readonly string[] _scopes =
        ["mark", "clear", "sweep", "evacuate", "finish", "prologue", "epilogue", "heap.prologue", "heap.epilogue"];

    /// <summary>Nanoseconds of the pause.</summary>
    public double Pause => Nanoseconds("pause");

    /// <summary>Nanoseconds of the pause that lie in no scope: pages swept that the full collection before has left.</summary>
    public double OutsideScopes => Pause - _scopes.Sum(Nanoseconds);

    /// <summary>Bytes copied within new space.</summary>
    public double Copied => Fields.GetValueOrDefault("new_space_survived");

    /// <summary>Bytes promoted.</summary>
    public double Promoted => Fields.GetValueOrDefault("promoted");

    /// <summary>Nanoseconds of a scope; none when the line has no such field.</summary>
    /// <param name="scope">V8's name.</param>
    public double Nanoseconds(string scope) => Fields.GetValueOrDefault(scope) * 1e6;

    /// <summary>The collections of a kind in what Node printed.</summary>
    /// <param name="run">What was run, for messages.</param>
    /// <param name="text">Standard output.</param>
    /// <param name="kind">The kind.</param>
    /// <param name="least">So many are needed.</param>
    /// <exception cref="InvalidInputException">There are fewer.</exception>
    public static IReadOnlyList<TracedCollection> Read(NodeRun run, string text, CycleKind kind, int least)
    {
        List<TracedCollection> found =
            [.. NvpLine.All(text).Select(line => Of(line.Fields)).Where(collection => collection.Kind == kind)];
        return found.Count >= least
            ? found
            : throw InvalidInputException.In(
                $"node {run}",
                $"found {found.Count} lines of --trace-gc-nvp with gc={(kind == CycleKind.Scavenge ? "s" : "mc")}, allowed: {least} or more");
    }

    private static TracedCollection Of(IReadOnlyDictionary<string, string> words)
    {
        var fields = new Dictionary<string, double>(StringComparer.Ordinal);
        foreach (var (name, word) in words)
        {
            if (double.TryParse(word, NumberStyles.Float, CultureInfo.InvariantCulture, out var number))
            {
                fields[name] = number;
            }
        }

        return new TracedCollection(words.GetValueOrDefault("gc") is "mc" ? CycleKind.MarkCompact : CycleKind.Scavenge, fields);
    }
}
