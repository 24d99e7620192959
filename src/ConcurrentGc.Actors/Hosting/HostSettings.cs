using ConcurrentGc.Orinoco.Hosting;
using Serilog;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>How worlds are hosted. Nothing here changes what roles do, only who runs when, and what it costs.</summary>
public sealed record HostSettings
{
    /// <summary>Threads or virtual time.</summary>
    public required HostRuntime Runtime { get; init; }

    /// <summary>What work costs in virtual time, and the length of its slices. Threads ignore it.</summary>
    public required MachinePrices Prices { get; init; }

    /// <summary>Isolates, each with a main thread: groups <c>main-0</c> to <c>main-(n-1)</c>. At least one.</summary>
    public int Isolates { get; init; } = 1;

    /// <summary>Threads, or simulated cores, of the group <c>helpers</c>. Zero: the group exists, but may not be used.</summary>
    public int Helpers { get; init; }

    /// <summary>
    /// Whether helpers, and further main threads, run on the core of the first main thread, slice by slice in turn with it,
    /// as on a machine with one core. Virtual time only.
    /// </summary>
    public bool HelpersShareMainCore { get; init; }

    /// <summary>How many programs must end for the run to be finished rather than stalled.</summary>
    public int Programs { get; init; } = 1;

    /// <summary>
    /// Units of work that <see cref="ITurn.Spend"/> counts in a slice on threads, at least one. The default is about 1,000
    /// objects of a marker or 8,000 instructions of a program: some 10 to 100 µs.
    /// </summary>
    public int ThreadSlice { get; init; } = 8192;

    /// <summary>How long to wait for roles to return when the world stops on threads.</summary>
    public TimeSpan StopLimit { get; init; } = TimeSpan.FromSeconds(10);

    /// <summary>A HOCON file read on top of <c>config/actors.conf</c>; null: none.</summary>
    public string? ConfigurationFile { get; init; }

    /// <summary>Where Akka and the phases log to.</summary>
    public ILogger Logger { get; init; } = Serilog.Core.Logger.None;

    /// <summary>Hears of each message before its actor does: actor and message. Null: nobody.</summary>
    /// <remarks>In virtual time, slices in a row are one message. Several threads may call it at once.</remarks>
    public Action<int, object>? Observe { get; init; }

    /// <summary>Decides for an actor among a number of options (<see cref="ITurn.Choose"/>); null: the first.</summary>
    public Func<int, int, int>? Choose { get; init; }

    /// <summary>
    /// Who goes next: an index into the numbers of the ready actors. Virtual time only; all actors share one core then,
    /// so that a run is one sequence of choices. Null: first come, first served, on the cores of each group.
    /// </summary>
    public Func<IReadOnlyList<int>, int>? Schedule { get; init; }

    /// <summary>
    /// Whether the clock stands still: each step of work is a message of its own, nothing is priced, and what is sent for
    /// later is sent at once. So a schedule is one of the explorer's. With <see cref="Schedule"/> only.
    /// </summary>
    public bool StopsClock { get; init; }

    /// <summary>Checks all ranges.</summary>
    /// <param name="settings">What to check.</param>
    /// <exception cref="ArgumentException">A setting is out of range, or two contradict each other.</exception>
    internal static void Check(HostSettings settings)
    {
        if (Complaint(settings) is { } complaint)
        {
            throw new ArgumentException($"A host needs {complaint}.", nameof(settings));
        }
    }

    private static string? Complaint(HostSettings settings)
    {
        var prices = settings.Prices;
        return settings.Isolates <= 0 ? "at least one isolate"
            : settings.Helpers < 0 ? "helpers from zero"
            : settings.Programs < 0 ? "programs from zero"
            : settings.ThreadSlice <= 0 ? "a slice of at least one step on threads"
            : prices.SliceObjects <= 0 || prices.SliceNanoseconds <= 0 ? "a slice of at least one step and nanosecond"
            : prices.Picoseconds.Count != Enum.GetValues<Work>().Length ? "a price for each kind of work"
            : prices.Picoseconds.Any(price => price < 0) ? "prices from zero"
            : prices.Picoseconds[(int)Work.LockWait] == 0 ? "a price for waiting for a lock, or virtual time stands still"
            : settings.HelpersShareMainCore && settings.Runtime != HostRuntime.Virtual ? "virtual time to share a core"
            : settings.Schedule is not null && settings.Runtime != HostRuntime.Virtual ? "virtual time to follow a schedule"
            : settings.StopsClock && settings.Schedule is null ? "a schedule where the clock stands still"
            : null;
    }
}
