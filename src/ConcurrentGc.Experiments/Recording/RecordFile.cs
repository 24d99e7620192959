using System.Buffers.Binary;
using System.IO.Hashing;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Recording;

/// <summary>Reads a binary run record.</summary>
public static class RecordFile
{
    /// <summary>Reads a whole record and checks that it is complete and unchanged.</summary>
    /// <param name="path">The name that errors show.</param>
    /// <param name="input">The record from its first byte.</param>
    /// <param name="sink">Takes the entries in order. It sees them before the end is checked.</param>
    /// <returns>The number of entries.</returns>
    /// <exception cref="InvalidInputException">Not a record, another version, cut or changed.</exception>
    public static long Read(string path, Stream input, IRecordSink sink)
    {
        var hash = new XxHash128();
        ReadHeader(path, input, hash);
        Span<byte> bytes = stackalloc byte[RecordFormat.EntryBytes];
        for (long entries = 0; ; entries++)
        {
            ReadExactly(path, input, bytes);
            hash.Append(bytes);
            var entry = RecordFormat.ReadEntry(bytes);
            if (entry.Kind == RecordFormat.End)
            {
                CheckEnd(path, input, hash, entry.Value == entries);
                return entries;
            }

            sink.Append(entry);
        }
    }

    private static void ReadHeader(string path, Stream input, XxHash128 hash)
    {
        Span<byte> header = stackalloc byte[RecordFormat.HeaderBytes];
        ReadExactly(path, input, header);
        hash.Append(header);
        if (!header.StartsWith(RecordFormat.Magic))
        {
            throw InvalidInputException.In(path, "not a run record");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(header[8..]);
        if (version != RecordFormat.Version)
        {
            throw InvalidInputException.In(path, $"found version {version}, allowed: {RecordFormat.Version}");
        }
    }

    private static void CheckEnd(string path, Stream input, XxHash128 hash, bool isCounted)
    {
        Span<byte> expected = stackalloc byte[RecordFormat.HashBytes];
        Span<byte> found = stackalloc byte[RecordFormat.HashBytes];
        hash.GetCurrentHash(expected);
        ReadExactly(path, input, found);
        if (!isCounted || !expected.SequenceEqual(found) || input.ReadByte() >= 0)
        {
            throw InvalidInputException.In(path, "the run record was changed after it was written");
        }
    }

    private static void ReadExactly(string path, Stream input, Span<byte> target)
    {
        if (input.ReadAtLeast(target, target.Length, throwOnEndOfStream: false) < target.Length)
        {
            throw InvalidInputException.In(path, "the run record is not complete");
        }
    }
}
