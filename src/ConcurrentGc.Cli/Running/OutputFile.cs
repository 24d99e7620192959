using ConcurrentGc.Cli.Parsing;

namespace ConcurrentGc.Cli.Running;

/// <summary>
/// A file that a run writes. It is opened before the run begins: an hour of work must not end with "permission denied".
/// When writing fails later, the run goes on without the file, and <see cref="Problem"/> says so at its end.
/// </summary>
internal sealed class OutputFile : Stream
{
    private readonly FileStream _file;
    private readonly string _name;

    private OutputFile(FileStream file, string name) => (_file, _name) = (file, name);

    /// <summary>Why the file is not complete, as one line; null: it is.</summary>
    public string? Problem { get; private set; }

    /// <inheritdoc/>
    public override bool CanRead => false;

    /// <inheritdoc/>
    public override bool CanSeek => false;

    /// <inheritdoc/>
    public override bool CanWrite => true;

    /// <inheritdoc/>
    public override long Length => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Position
    {
        get => throw new NotSupportedException();
        set => throw new NotSupportedException();
    }

    /// <summary>Creates or empties a file.</summary>
    /// <param name="flag">Names the flag in messages.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static OutputFile Open(Flag flag, string path) => Open(flag.Name, path);

    /// <summary>Creates or empties a file.</summary>
    /// <param name="what">Names in messages what asked for it.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static OutputFile Open(string what, string path)
    {
        try
        {
            // Without a buffer of its own, so that what fails fails in Write: writers and sinks collect enough.
            var file = new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
            return new OutputFile(file, $"{what} {path}");
        }
        catch (Exception problem) when (
            problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(
                $"{what}: found '{path}', which cannot be written ({problem.Message}), allowed: a file in a folder " +
                "that exists",
                problem);
        }
    }

    /// <inheritdoc/>
    public override void Write(byte[] buffer, int offset, int count) => Write(buffer.AsSpan(offset, count));

    /// <inheritdoc/>
    public override void Write(ReadOnlySpan<byte> buffer)
    {
        if (Problem is not null)
        {
            return;
        }

        try
        {
            _file.Write(buffer);
        }
        catch (IOException problem)
        {
            Problem = $"{_name}: the file is not complete ({problem.Message})".ReplaceLineEndings(" ");
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        // Nothing is held back here.
    }

    /// <inheritdoc/>
    public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

    /// <inheritdoc/>
    public override void SetLength(long value) => throw new NotSupportedException();

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing)
        {
            _file.Dispose();
        }

        base.Dispose(disposing);
    }
}
