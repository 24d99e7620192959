using System.Text;

namespace ConcurrentGc.Cli.Running;

/// <summary>
/// Prints the lines of one isolate where several print: whole lines only, each behind a prefix, so that texts never mix
/// inside a line. Not safe for use by several threads, but beside the writers of other isolates.
/// </summary>
/// <param name="next">Takes the lines; shared and not owned.</param>
/// <param name="gate">Held while <paramref name="next"/> is used; the same for all that share it.</param>
/// <param name="prefix">Stands before each line; may be empty.</param>
internal sealed class IsolateWriter(TextWriter next, Lock gate, string prefix) : TextWriter
{
    private readonly StringBuilder _line = new();

    /// <inheritdoc/>
    public override Encoding Encoding => next.Encoding;

    /// <inheritdoc/>
    public override void Write(char value)
    {
        _line.Append(value);
        if (value == '\n')
        {
            Print();
        }
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        foreach (var character in value ?? string.Empty)
        {
            Write(character);
        }
    }

    /// <inheritdoc/>
    public override void Flush()
    {
        lock (gate)
        {
            next.Flush();
        }
    }

    /// <summary>Prints what was left without a line end.</summary>
    /// <param name="disposing">Whether it is disposed of, not finalized.</param>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _line.Length > 0)
        {
            Write('\n');
        }

        base.Dispose(disposing);
    }

    private void Print()
    {
        lock (gate)
        {
            next.Write(prefix);
            next.Write(_line.ToString());
        }

        _line.Clear();
    }
}
