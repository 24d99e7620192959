using Microsoft.Win32.SafeHandles;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>
/// A trace file, read by place: what it gives for a place never changes, so it can be a table of a world. It keeps a part
/// of the file at hand, nothing else.
/// </summary>
public sealed class TraceReader : IDisposable
{
    private const int BufferBytes = 1 << 20;

    private readonly SafeFileHandle _file;
    private readonly byte[] _buffer = new byte[BufferBytes];
    private long _start;
    private int _count;

    private TraceReader(string path, SafeFileHandle file) => (Path, _file) = (path, file);

    /// <summary>The file as the user named it.</summary>
    public string Path { get; }

    /// <summary>Bytes of old space that hold what the recorded program itself brought there.</summary>
    public long LiteralBytes { get; private set; }

    /// <summary>Where the operations begin.</summary>
    public long FirstPlace { get; private set; }

    /// <summary>One-based line at which they begin.</summary>
    public long FirstLine { get; private set; }

    /// <summary>Why the trace cannot be followed further, as one line; null: it can.</summary>
    public string? Problem { get; internal set; }

    /// <summary>Opens a trace.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="InvalidInputException">It cannot be read, or is no trace.</exception>
    public static TraceReader Open(string path)
    {
        SafeFileHandle? file = null;
        try
        {
            file = File.OpenHandle(path);
            var reader = new TraceReader(path, file);
            reader.ReadHead();
            return reader;
        }
        catch (Exception problem) when (
            problem is IOException or UnauthorizedAccessException or NotSupportedException or InvalidInputException)
        {
            file?.Dispose();
            throw problem as InvalidInputException ?? InvalidInputException.Unreadable(path, problem);
        }
    }

    /// <summary>Whole lines from a place on.</summary>
    /// <param name="place">Byte offset of the beginning of a line.</param>
    /// <returns>At least one line, with its end; empty at the end of the file: a last line without end does not count.</returns>
    public ReadOnlySpan<byte> From(long place)
    {
        if (place < _start || place >= _start + _count)
        {
            Fill(place);
        }

        return _buffer.AsSpan((int)(place - _start), (int)(_start + _count - place));
    }

    /// <inheritdoc/>
    public void Dispose() => _file.Dispose();

    private void Fill(long place)
    {
        (_start, _count) = (place, 0);
        int read;
        while (_count < BufferBytes && (read = RandomAccess.Read(_file, _buffer.AsSpan(_count), place + _count)) > 0)
        {
            _count += read;
        }

        var isFull = _count == BufferBytes;
        _count = _buffer.AsSpan(0, _count).LastIndexOf((byte)'\n') + 1;
        if (_count == 0 && isFull)
        {
            throw InvalidInputException.In(Path, $"found a line of more than {BufferBytes} bytes, allowed: an operation a line");
        }
    }

    private void ReadHead()
    {
        var text = From(0);
        var end = text.IndexOf((byte)'\n');
        var line = end < 0 ? text : text[..end];
        if (!line.SequenceEqual("orinoco-trace 1"u8))
        {
            throw InvalidInputException.At(Path, 1, 0, $"found no trace, allowed: a file that begins with '{TraceFormat.FirstLine}'");
        }

        (FirstPlace, FirstLine) = (end + 1, 2);
        var second = From(FirstPlace);
        var at = 0;
        var operation = default(TraceOperation);
        if (second.Length > 0 && second[0] == TraceFormat.LiteralBytes)
        {
            LiteralBytes = operation.TryRead(second, ref at) && operation.Count == 1 && operation.First < TraceFormat.MostObjectBytes
                ? operation.First
                : throw InvalidInputException.At(Path, FirstLine, 0, "o: allowed: a number of bytes");
            (FirstPlace, FirstLine) = (FirstPlace + at, FirstLine + 1);
        }
    }
}
