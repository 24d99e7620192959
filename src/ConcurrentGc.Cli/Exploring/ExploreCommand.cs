using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Heap.Checking;

namespace ConcurrentGc.Cli.Exploring;

/// <summary>What <c>orinoco explore</c> does: searches all schedules, of a race, of all races, or of sets of rules.</summary>
/// <param name="surroundings">Where it prints.</param>
internal sealed class ExploreCommand(Surroundings surroundings)
{
    /// <summary>Follows a line.</summary>
    /// <param name="line">Its first word is <c>explore</c>.</param>
    /// <returns>The exit code.</returns>
    /// <exception cref="UsageException">It cannot be followed.</exception>
    public int Run(ParsedLine line)
    {
        AppContext.SetSwitch(Checks.Switch, isEnabled: true); // no heap has been touched yet
        return line.Has(ExploreFlags.Matrix) ? new MatrixCommand(surroundings).Run(line)
            : line.Has(ExploreFlags.Catalog) ? new CatalogCommand(surroundings).Run(line)
            : new RaceCommand(surroundings).Run(line);
    }
}
