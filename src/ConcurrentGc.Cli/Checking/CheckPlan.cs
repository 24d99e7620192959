using System.Globalization;
using ConcurrentGc.Cli.Parsing;
using ConcurrentGc.Experiments.Checking;
using ConcurrentGc.Heap.Barriers;
using ConcurrentGc.Orinoco.Defects;

namespace ConcurrentGc.Cli.Checking;

/// <summary>What a line of <c>orinoco check</c> asks for.</summary>
/// <param name="First">The first seed.</param>
/// <param name="Last">The last one.</param>
/// <param name="Barriers">Kinds of barriers.</param>
/// <param name="Hosts">Hosts.</param>
/// <param name="Defect">A rule that is broken on purpose, or none.</param>
/// <param name="Jobs">Runs side by side.</param>
internal sealed record CheckPlan(
    ulong First, ulong Last, IReadOnlyList<BarrierKind> Barriers, IReadOnlyList<CheckHost> Hosts, Defect Defect, int Jobs)
{
    private const ulong DefaultSeeds = 200;

    /// <summary>A run more would not fit into a list.</summary>
    private const ulong MostSeeds = 1_000_000;

    /// <summary>The kinds that claim to lose nothing.</summary>
    public static IReadOnlyList<BarrierKind> ClaimedSafe { get; } =
        [.. Enum.GetValues<BarrierKind>().Where(kind => kind != BarrierKind.None)];

    /// <summary>How many seeds there are.</summary>
    public ulong Seeds => Last - First + 1;

    /// <summary>Reads a line.</summary>
    /// <param name="line">Its first word is <c>check</c>.</param>
    /// <exception cref="UsageException">A word, a flag of another command, or a value that is not allowed.</exception>
    public static CheckPlan Read(ParsedLine line)
    {
        if (line.Words.Skip(1).Concat(line.Tail).FirstOrDefault() is { } word)
        {
            throw new UsageException($"check: found '{word}', allowed: flags only");
        }

        CommandDescriptions.Check.RefuseForeignFlags(line);

        var (first, last) = ReadSeeds(line.Text(Flags.Seeds));
        var defect = line.Has(Flags.Defect) ? CheckWords.Findable[line.Choice(Flags.Defect)].Defect : Defect.None;
        IReadOnlyList<BarrierKind> barriers = line.Has(Flags.Barrier) ? [(BarrierKind)line.Choice(Flags.Barrier)]
            : defect != Defect.None ? [KnownDefects.Of(defect).Barrier]
            : ClaimedSafe;
        var jobs = (int)line.Number(Flags.Jobs, Environment.ProcessorCount);
        return new CheckPlan(first, last, barriers, HostsOf(line), defect, jobs);
    }

    /// <summary>The runs, in the order of their seeds.</summary>
    public IReadOnlyList<CheckCase> Cases()
    {
        var cases = new List<CheckCase>();
        for (var index = 0UL; index < Seeds; index++)
        {
            cases.AddRange(
                from barrier in Barriers
                from host in Hosts
                select new CheckCase(First + index, barrier, host, Defect));
        }

        return cases;
    }

    private static IReadOnlyList<CheckHost> HostsOf(ParsedLine line) => line.Choice(Flags.Host) switch
    {
        0 => [CheckHost.Steps, CheckHost.Actors],
        var one => [(CheckHost)(one - 1)],
    };

    private static (ulong First, ulong Last) ReadSeeds(string? text)
    {
        if (text is null)
        {
            return (1, DefaultSeeds);
        }

        var cut = text.IndexOf("..", StringComparison.Ordinal);
        var (from, to) = cut < 0 ? (text, text) : (text[..cut], text[(cut + 2)..]);
        return ulong.TryParse(from, NumberStyles.None, CultureInfo.InvariantCulture, out var first)
            && ulong.TryParse(to, NumberStyles.None, CultureInfo.InvariantCulture, out var last)
            && first <= last && last - first < MostSeeds
            ? (first, last)
            : throw new UsageException($"{Flags.Seeds.Name}: found '{text}', allowed: A..B, whole numbers from 0, at most {MostSeeds} of them");
    }
}
