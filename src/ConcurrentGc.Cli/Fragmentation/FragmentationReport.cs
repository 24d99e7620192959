using ConcurrentGc.Cli.Rendering;
using ConcurrentGc.Experiments.Fragmentation;
using ConcurrentGc.Heap;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Cli.Fragmentation;

/// <summary>
/// Prints the fragmentation of the heap by space after each full collection, and by space and page at the end. It reads
/// the heap while the mutators still stand. Not safe for use by several threads.
/// </summary>
/// <param name="output">Takes the text.</param>
/// <param name="heap">The heap.</param>
internal sealed class FragmentationReport(TextWriter output, SharedHeap heap) : IRecordSink
{
    private readonly HeapFragmentation _fragmentation = new(heap);

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        if (entry.Kind == EventKind.CycleEnd && (CycleKind)entry.Subject == CycleKind.MarkCompact)
        {
            WriteSpaces($"after collection {Units.Count(entry.Epoch)}", _fragmentation.Measure());
        }
    }

    /// <summary>Prints the heap at the end.</summary>
    public void WriteEnd()
    {
        var spaces = _fragmentation.Measure();
        WriteSpaces("at the end", spaces);
        var table = Table("Page");
        foreach (var space in spaces)
        {
            for (var page = 0; page < space.Pages.Count; page++)
            {
                if (space.Pages[page].Free < space.Pages[page].Area) // of empty pages the sum says enough
                {
                    Add(table, $"{space.Name} {Units.Count(page)}", space.Pages[page]);
                }
            }
        }

        table.Write(output);
    }

    private static TextTable Table(string first) =>
        new(first, "area", "objects", "of these padding", "waste", "free", "largest free", "unswept");

    private static void Add(TextTable table, string name, PageFragmentation bytes) => table.Add(
        name,
        Units.Count(bytes.Area),
        Units.Count(bytes.Objects),
        Units.Count(bytes.Padding),
        Units.Count(bytes.Waste),
        Units.Count(bytes.Free),
        Units.Count(bytes.LargestFree),
        Units.Count(bytes.Unswept));

    private void WriteSpaces(string moment, IReadOnlyList<SpaceFragmentation> spaces)
    {
        output.Write($"fragmentation {moment}, bytes\n\n");
        var table = Table("Space");
        foreach (var space in spaces)
        {
            Add(table, space.Name, space.Total);
        }

        table.Write(output);
    }
}
