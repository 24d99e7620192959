using System.IO.Compression;

namespace ConcurrentGc.Experiments.Logs;

/// <summary>
/// Reads the collections of a real run from a file: a table in CSV or a log that <c>node --trace-gc-nvp</c> printed,
/// either of them gzipped or not.
/// </summary>
public static class TableFile
{
    /// <summary>Reads a file; the content, not the name, decides what it is.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <returns>Its rows in order.</returns>
    /// <exception cref="InvalidInputException">The file cannot be read or holds neither.</exception>
    public static IReadOnlyList<TableRow> Read(string path)
    {
        string text;
        try
        {
            text = ReadText(path);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException or InvalidDataException)
        {
            throw InvalidInputException.Unreadable(path, problem);
        }

        if (text.Contains('\0', StringComparison.Ordinal))
        {
            throw InvalidInputException.In(
                path, "found a binary file, allowed: a collection table in CSV or what node --trace-gc --trace-gc-nvp prints");
        }

        // What a program printed before its first collection may hold commas too.
        var firstLine = text.AsSpan(0, FirstLineLength(text)).Trim().ToString();
        return firstLine.Split(',').Any(TableCsvReader.IsNeeded)
            ? TableCsvReader.Parse(path, text)
            : NodeLogReader.Parse(path, text);
    }

    private static int FirstLineLength(string text)
    {
        var end = text.IndexOf('\n', StringComparison.Ordinal);
        return end < 0 ? text.Length : end;
    }

    private static string ReadText(string path)
    {
        using var file = File.OpenRead(path);
        Span<byte> magic = stackalloc byte[2];
        var isZipped = file.ReadAtLeast(magic, 2, throwOnEndOfStream: false) == 2 && magic[0] == 0x1f && magic[1] == 0x8b;
        file.Position = 0;
        using Stream content = isZipped ? new GZipStream(file, CompressionMode.Decompress) : file;
        using var reader = new StreamReader(content);
        return reader.ReadToEnd();
    }
}
