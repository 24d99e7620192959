using System.Text;

namespace ConcurrentGc.Cli.Running;

/// <summary>Passes text on at once and keeps it too.</summary>
/// <param name="next">Takes the text as it comes; not owned.</param>
internal sealed class TeeWriter(TextWriter next) : TextWriter
{
    private readonly StringBuilder _kept = new();

    /// <inheritdoc/>
    public override Encoding Encoding => next.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        _kept.Append(value);
        next.Write(value);
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        _kept.Append(value);
        next.Write(value);
    }

    /// <inheritdoc/>
    public override void Flush() => next.Flush();

    /// <summary>All of the text so far.</summary>
    public override string ToString() => _kept.ToString();
}
