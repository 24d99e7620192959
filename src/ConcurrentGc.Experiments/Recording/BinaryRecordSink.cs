using System.IO.Hashing;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Experiments.Recording;

/// <summary>
/// Streams a run record in binary form; see <see cref="RecordFormat"/>. Disposing writes the trailer: a file whose
/// writer was not disposed is seen to be incomplete.
/// </summary>
public sealed class BinaryRecordSink : IRecordSink, IDisposable
{
    private readonly Stream _output;
    private readonly XxHash128 _hash = new();
    private readonly byte[] _buffer = new byte[RecordFormat.EntryBytes * 1024];
    private long _entries;
    private int _filled;
    private bool _isDisposed;

    /// <summary>Writes the header.</summary>
    /// <param name="output">Empty and writable; owned by this sink.</param>
    public BinaryRecordSink(Stream output)
    {
        _output = output;
        Span<byte> header = stackalloc byte[RecordFormat.HeaderBytes];
        RecordFormat.WriteHeader(header);
        Write(header);
    }

    /// <inheritdoc/>
    public void Append(in RecordEntry entry)
    {
        AppendRaw(entry);
        _entries++;
    }

    /// <summary>Writes what is buffered and the trailer, and closes the stream. Further calls do nothing.</summary>
    public void Dispose()
    {
        if (_isDisposed)
        {
            return;
        }

        _isDisposed = true;
        AppendRaw(new RecordEntry(0, 0, RecordFormat.End, 0, 0, _entries));
        Flush();
        Span<byte> hash = stackalloc byte[RecordFormat.HashBytes];
        _hash.GetCurrentHash(hash);
        _output.Write(hash);
        _output.Dispose();
    }

    private void AppendRaw(in RecordEntry entry)
    {
        RecordFormat.WriteEntry(_buffer.AsSpan(_filled, RecordFormat.EntryBytes), entry);
        _filled += RecordFormat.EntryBytes;
        if (_filled == _buffer.Length)
        {
            Flush();
        }
    }

    private void Flush()
    {
        Write(_buffer.AsSpan(0, _filled));
        _filled = 0;
    }

    private void Write(ReadOnlySpan<byte> bytes)
    {
        _hash.Append(bytes);
        _output.Write(bytes);
    }
}
