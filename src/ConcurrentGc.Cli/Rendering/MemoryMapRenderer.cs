using System.Globalization;
using ConcurrentGc.Orinoco.Footprint;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Prints a process's address space with the columns of <c>pmap -x</c>; sizes in KB of 1024 bytes.</summary>
internal static class MemoryMapRenderer
{
    private const long Kilobyte = 1024;
    private const int ColumnWidth = 8;

    /// <summary>Prints it.</summary>
    /// <param name="ranges">The ranges in the order of their addresses.</param>
    /// <param name="output">Takes the text.</param>
    public static void Write(IReadOnlyList<Mapping> ranges, TextWriter output)
    {
        output.Write("address space at the end\n\n");
        output.Write("  Address            Kbytes      RSS  Mode  Mapping\n");
        foreach (var range in ranges)
        {
            output.Write(string.Create(
                CultureInfo.InvariantCulture,
                $"  {range.Address:x16} {Kilobytes(range.Bytes)} {Kilobytes(range.ResidentBytes)}  {range.Mode}   {range.Name}\n"));
        }

        output.Write(
            $"  total kB         {Kilobytes(ranges.Sum(range => range.Bytes))} {Kilobytes(ranges.Sum(range => range.ResidentBytes))}\n\n");
    }

    private static string Kilobytes(long bytes) => Units.Count(bytes / Kilobyte).PadLeft(ColumnWidth);
}
