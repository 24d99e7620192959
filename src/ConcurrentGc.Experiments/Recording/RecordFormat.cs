using System.Buffers.Binary;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Recording;

/// <summary>
/// The binary run record, version 1, all numbers little endian. Header: magic (8 bytes), version (4), bytes an entry
/// (4). Then the entries: time (8), actor (4), kind (2), isolate (2), epoch (8), subject (8), value (8). Then the trailer: an entry of
/// kind zero whose value is the number of entries, and XxHash128 of everything before (16), so that a file that was
/// cut or changed is recognized. It holds no path, date or host: equal runs give equal bytes.
/// </summary>
internal static class RecordFormat
{
    /// <summary>The version that is written.</summary>
    public const int Version = 1;

    /// <summary>Bytes of the header.</summary>
    public const int HeaderBytes = 16;

    /// <summary>Bytes of an entry.</summary>
    public const int EntryBytes = 40;

    /// <summary>Bytes of the hash at the end.</summary>
    public const int HashBytes = 16;

    /// <summary>The kind of the entry in the trailer; no event has it.</summary>
    public const EventKind End = default;

    /// <summary>First bytes of the file.</summary>
    public static ReadOnlySpan<byte> Magic => "ORINOCO\n"u8;

    /// <summary>Writes the header.</summary>
    /// <param name="target">Of <see cref="HeaderBytes"/>.</param>
    public static void WriteHeader(Span<byte> target)
    {
        Magic.CopyTo(target);
        BinaryPrimitives.WriteInt32LittleEndian(target[8..], Version);
        BinaryPrimitives.WriteInt32LittleEndian(target[12..], EntryBytes);
    }

    /// <summary>Writes an entry.</summary>
    /// <param name="target">Of <see cref="EntryBytes"/>.</param>
    /// <param name="entry">The entry.</param>
    public static void WriteEntry(Span<byte> target, in RecordEntry entry)
    {
        BinaryPrimitives.WriteInt64LittleEndian(target, entry.Time);
        BinaryPrimitives.WriteInt32LittleEndian(target[8..], entry.Actor);
        BinaryPrimitives.WriteInt16LittleEndian(target[12..], (short)entry.Kind);
        BinaryPrimitives.WriteInt16LittleEndian(target[14..], (short)entry.Isolate);
        BinaryPrimitives.WriteInt64LittleEndian(target[16..], entry.Epoch);
        BinaryPrimitives.WriteInt64LittleEndian(target[24..], entry.Subject);
        BinaryPrimitives.WriteInt64LittleEndian(target[32..], entry.Value);
    }

    /// <summary>Reads an entry.</summary>
    /// <param name="source">Of <see cref="EntryBytes"/>.</param>
    public static RecordEntry ReadEntry(ReadOnlySpan<byte> source) => new(
        BinaryPrimitives.ReadInt64LittleEndian(source),
        BinaryPrimitives.ReadInt32LittleEndian(source[8..]),
        (EventKind)BinaryPrimitives.ReadInt16LittleEndian(source[12..]),
        BinaryPrimitives.ReadInt64LittleEndian(source[16..]),
        BinaryPrimitives.ReadInt64LittleEndian(source[24..]),
        BinaryPrimitives.ReadInt64LittleEndian(source[32..]))
    {
        Isolate = BinaryPrimitives.ReadInt16LittleEndian(source[14..]),
    };
}
