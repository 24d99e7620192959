using System.Buffers.Text;

namespace ConcurrentGc.Experiments.Traces;

/// <summary>Writes the lines of a trace. Garbage of one size in a row becomes one line.</summary>
/// <param name="stream">Takes them in large pieces; owned.</param>
public sealed class TraceWriter(Stream stream) : IDisposable
{
    private const int BufferBytes = 1 << 16;
    private const int MostLineBytes = 80;

    private readonly byte[] _buffer = new byte[BufferBytes];
    private int _used;
    private long _garbageBytes;
    private long _garbageCount;

    /// <summary>Writes the first lines.</summary>
    /// <param name="literalBytes">Bytes of old space that hold what the program itself brought there.</param>
    public void WriteHead(long literalBytes)
    {
        stream.Write("orinoco-trace 1\n"u8);
        Write(TraceFormat.LiteralBytes, literalBytes);
    }

    /// <summary>Writes an allocation that nobody holds.</summary>
    /// <param name="bytes">Its size.</param>
    public void WriteGarbage(long bytes)
    {
        if (bytes != _garbageBytes)
        {
            WriteGarbage();
            _garbageBytes = bytes;
        }

        _garbageCount++;
    }

    /// <summary>Writes an operation.</summary>
    /// <param name="letter">Which one.</param>
    /// <param name="numbers">Its numbers.</param>
    public void Write(byte letter, params ReadOnlySpan<long> numbers)
    {
        WriteGarbage();
        WriteLine(letter, numbers);
    }

    /// <summary>Hands over what was written so far: whole lines.</summary>
    public void Flush()
    {
        WriteGarbage();
        stream.Write(_buffer.AsSpan(0, _used));
        stream.Flush();
        _used = 0;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        Flush();
        stream.Dispose();
    }

    private void WriteGarbage()
    {
        switch (_garbageCount)
        {
            case 0:
                return;
            case 1:
                WriteLine(TraceFormat.Garbage, _garbageBytes);
                break;
            default:
                WriteLine(TraceFormat.Garbage, _garbageBytes, _garbageCount);
                break;
        }

        _garbageCount = 0;
    }

    private void WriteLine(byte letter, params ReadOnlySpan<long> numbers)
    {
        if (_used > BufferBytes - MostLineBytes)
        {
            stream.Write(_buffer.AsSpan(0, _used));
            _used = 0;
        }

        _buffer[_used++] = letter;
        foreach (var number in numbers)
        {
            _buffer[_used++] = (byte)' ';
            Utf8Formatter.TryFormat(number, _buffer.AsSpan(_used), out var digits);
            _used += digits;
        }

        _buffer[_used++] = (byte)'\n';
    }
}
