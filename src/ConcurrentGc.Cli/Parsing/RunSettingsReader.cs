using ConcurrentGc.Cli.Engine;
using ConcurrentGc.Experiments.Running;
using ConcurrentGc.Heap.Remembering;
using ConcurrentGc.Orinoco.Worlds;

namespace ConcurrentGc.Cli.Parsing;

/// <summary>Turns a parsed line into checked settings of a run.</summary>
public static class RunSettingsReader
{
    private const int DefaultHelpers = 4;
    private const int Megabyte = 1 << 20;

    /// <summary>Reads the settings.</summary>
    /// <param name="line">Its first word is <c>run</c>.</param>
    /// <exception cref="UsageException">A value is not allowed, a file is not there, or two flags contradict each other.</exception>
    public static RunSettings Read(ParsedLine line)
    {
        if (line.Has(Flags.Csv))
        {
            throw new UsageException($"run: found '{Flags.Csv.Name}', allowed: {Flags.GcCsv.Name} for one row a collection");
        }

        CommandDescriptions.Run.RefuseForeignFlags(line);

        List<RunSettings> isolates = [.. ProgramWords.Of(line).Select(program => Read(line, program))];
        foreach (var settings in isolates)
        {
            RefuseContradictions(settings);
            RefuseSharedFiles(settings);
            RefuseBesideNeighbors(settings.Outputs, isolates.Count);
        }

        return isolates[0] with { Neighbors = [.. isolates.Skip(1)] };
    }

    private static RunSettings Read(ParsedLine line, ProgramWords program)
    {
        var kind = line.Has(Flags.Trace) ? ProgramKind.Trace : KindOf(program.Name);
        var predictable = line.Has(Flags.Predictable);
        return new RunSettings(Find(kind, program.Name), program.Name, program.Arguments)
        {
            Kind = kind,
            Runtime = (RuntimeHost)line.Choice(Flags.Runtime),
            MachinePath = ConfigFolder.Find(
                "machine", line.Text(Flags.Machine) ?? "node20", "machines", ".yaml", ".yml"),
            Geometry = (HeapGeometry)line.Choice(Flags.Geometry),
            RememberedSet = line.Has(Flags.RememberedSet) ? (RememberedSetKind)line.Choice(Flags.RememberedSet) : null,
            Cores = (int)line.Number(Flags.Cores, 0),
            Helpers = (int)line.Number(Flags.Helpers, predictable ? 0 : DefaultHelpers),
            Seed = line.Number(Flags.Seed, 0),
            Predictable = predictable,
            Techniques = TechniquesReader.Read(line),
            Embedder = EmbedderReader.Read(line),
            MaxSemiSpaceMegabytes = (int)line.Number(Flags.MaxSemiSpace, 0),
            MinSemiSpaceMegabytes = (int)line.Number(Flags.MinSemiSpace, 0),
            MaxOldSpaceMegabytes = (int)line.Number(Flags.MaxOldSpace, 0),
            InitialOldSpaceMegabytes = (int)line.Number(Flags.InitialOldSpace, 0),
            PhysicalMegabytes = (int)line.Number(Flags.PhysicalMemory, 0),
            StackKilobytes = (int)line.Number(Flags.StackSize, 0),
            SemiSpaceGrowthFactor = (int)line.Number(Flags.GrowthFactor, 2),
            HeapGrowingPercent = (int)line.Number(Flags.HeapGrowingPercent, 0),
            SquareRootLimit = line.Has(Flags.MemoryBalancer),
            GcInterval = (int)Math.Max(0, line.Number(Flags.GcInterval, 0)),
            Tier = (ScriptTier)line.Choice(Flags.Tier),
            VerifyHeap = line.Has(Flags.VerifyHeap),
            GivenFlags = [.. line.Values.Keys.Select(flag => flag.Name)],
            Outputs = new OutputSettings(
                line.Has(Flags.TraceGc),
                line.Has(Flags.TraceGcNvp),
                line.Has(Flags.Json),
                line.Text(Flags.GcCsv),
                line.Text(Flags.Record),
                line.Text(Flags.RecordTrace),
                line.Has(Flags.Fragmentation),
                line.Text(Flags.CompareNode),
                (LogVolume)line.Choice(Flags.LogLevel),
                line.Has(Flags.MemoryUsage),
                line.Has(Flags.MemoryMap),
                line.Has(Flags.TraceStack)),
        };
    }

    private static ProgramKind KindOf(string program) =>
        program.EndsWith(".yaml", StringComparison.OrdinalIgnoreCase)
            || program.EndsWith(".yml", StringComparison.OrdinalIgnoreCase)
            || ConfigFolder.Names("workloads", ".yaml").Contains(program, StringComparer.Ordinal)
            ? ProgramKind.Workload
            : ProgramKind.JavaScript;

    private static string Find(ProgramKind kind, string program) => kind switch
    {
        ProgramKind.Trace => program,
        ProgramKind.Workload => ConfigFolder.Find("workload", program, "workloads", ".yaml", ".yml"),
        _ => ConfigFolder.Find("program", program, "programs", ".js", ".cjs", ".mjs"),
    };

    private static void RefuseContradictions(RunSettings settings)
    {
        if (settings is { Kind: not ProgramKind.JavaScript, ProgramArguments: [var argument, ..] })
        {
            throw new UsageException(settings.Kind == ProgramKind.Workload
                ? $"{settings.ProgramName}: found '{argument}' after it, allowed: nothing after a workload"
                : $"--trace contradicts '{argument}': a trace takes the place of the program");
        }

        if (settings is { Kind: ProgramKind.Workload, Outputs.TraceStack: true })
        {
            throw Contradiction(Flags.TraceStack.Name, settings.ProgramName, "a workload has no statements");
        }

        if (settings is { Predictable: true, Helpers: > 0 })
        {
            throw Contradiction("--predictable", $"--helpers {settings.Helpers}", "one thread has no helpers");
        }

        if (settings is { SquareRootLimit: true, HeapGrowingPercent: > 0 })
        {
            throw Contradiction(
                Flags.MemoryBalancer.Name, $"--heap-growing-percent {settings.HeapGrowingPercent}", "one rule sets the limit");
        }

        var outputs = settings.Outputs;
        (Flag Flag, bool IsSet)[] lines =
        [
            (Flags.TraceGc, outputs.TraceGc), (Flags.TraceGcNvp, outputs.TraceGcNvp),
            (Flags.TraceStack, outputs.TraceStack), (Flags.MemoryUsage, outputs.MemoryUsage), (Flags.Fragmentation, outputs.Fragmentation),
        ];
        if (outputs.Json && Array.Find(lines, line => line.IsSet) is { IsSet: true, Flag.Name: var printed })
        {
            throw Contradiction("--json", printed, "standard output holds one JSON document");
        }

        var physical = WorldSettingsReader.PhysicalBytes(settings);
        RefuseMoreThan(
            "--min-semi-space-size",
            settings.MinSemiSpaceMegabytes,
            "--max-semi-space-size",
            settings.MaxSemiSpaceMegabytes,
            (int)(PhysicalLimits.SemispaceBytes(physical) / Megabyte));
        RefuseMoreThan(
            "--initial-old-space-size",
            settings.InitialOldSpaceMegabytes,
            "--max-old-space-size",
            settings.MaxOldSpaceMegabytes,
            (int)(PhysicalLimits.OldBytes(physical) / Megabyte));
    }

    private static void RefuseBesideNeighbors(OutputSettings outputs, int isolates)
    {
        (Flag Flag, string? Path)[] files = [(Flags.CompareNode, outputs.CompareNode), (Flags.RecordTrace, outputs.RecordTrace)];
        if (isolates > 1 && Array.Find(files, file => file.Path is not null) is { Path: not null, Flag.Name: var name })
        {
            throw Contradiction(name, $"{Flags.Isolates.Name} {isolates}", "such a file is of one isolate");
        }
    }

    private static void RefuseMoreThan(string smallFlag, int small, string largeFlag, int large, int largeDefault)
    {
        var most = large == 0 ? largeDefault : large;
        if (small > most)
        {
            var origin = large == 0 ? " (its default)" : string.Empty;
            throw Contradiction($"{smallFlag} {small}", $"{largeFlag} {most}{origin}", "the first may not exceed the second");
        }
    }

    // Opening an output empties the file; a slip of the keyboard must not cost a program or a table.
    private static void RefuseSharedFiles(RunSettings settings)
    {
        var outputs = settings.Outputs;
        (string Name, string? Path)[] files =
        [
            ("the program", settings.ProgramPath),
            ("the machine", settings.MachinePath),
            (Flags.CompareNode.Name, outputs.CompareNode),
            (Flags.GcCsv.Name, outputs.GcCsv),
            (Flags.Record.Name, outputs.Record),
            (Flags.RecordTrace.Name, outputs.RecordTrace),
        ];
        const int firstOutput = 3;
        for (var later = firstOutput; later < files.Length; later++)
        {
            for (var earlier = 0; earlier < later; earlier++)
            {
                if (files[later].Path is { } path && files[earlier].Path is { } other && IsSame(path, other))
                {
                    throw Contradiction($"{files[later].Name} {path}", files[earlier].Name, "that is the same file");
                }
            }
        }
    }

    private static bool IsSame(string left, string right) =>
        string.Equals(Path.GetFullPath(left), Path.GetFullPath(right), StringComparison.Ordinal);

    private static UsageException Contradiction(string first, string second, string reason) =>
        new($"{first} contradicts {second}: {reason}");
}
