using System.Text;
using Spectre.Console;

namespace ConcurrentGc.Cli.Rendering;

/// <summary>Prints whole lines through a console that shows a live line, which would garble half ones.</summary>
/// <param name="console">Safe for use by several threads.</param>
internal sealed class LineWriter(IAnsiConsole console) : TextWriter
{
    private readonly StringBuilder _line = new();

    /// <inheritdoc/>
    public override Encoding Encoding => Encoding.UTF8;

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
        _line.Append(value);
        if (value?.Contains('\n', StringComparison.Ordinal) == true)
        {
            Print();
        }
    }

    /// <inheritdoc/>
    protected override void Dispose(bool disposing)
    {
        if (disposing && _line.Length > 0)
        {
            console.Write(new ControlCode(_line.ToString()));
        }

        base.Dispose(disposing);
    }

    // A control code passes as it is: a text would be wrapped.
    private void Print()
    {
        var text = _line.ToString();
        var end = text.LastIndexOf('\n') + 1;
        _line.Remove(0, end);
        console.Write(new ControlCode(text[..end]));
    }
}
