namespace ConcurrentGc.Experiments.Traces;

/// <summary>The operations of a trace one after the other, for who does not run it.</summary>
/// <param name="reader">The trace.</param>
internal sealed class TraceScanner(TraceReader reader)
{
    private long _place = reader.FirstPlace;

    /// <summary>One-based line of the last operation.</summary>
    public long Line { get; private set; } = reader.FirstLine - 1;

    /// <summary>Reads the next operation.</summary>
    /// <param name="operation">The operation; its letter is zero for a comment.</param>
    /// <returns>False: there is none.</returns>
    /// <exception cref="InvalidInputException">The line is malformed.</exception>
    public bool TryNext(out TraceOperation operation)
    {
        operation = default;
        var text = reader.From(_place);
        if (text.IsEmpty)
        {
            return false;
        }

        Line++;
        var at = 0;
        var problem = operation.TryRead(text, ref at) ? TraceSyntax.Problem(in operation) : TraceOperation.Malformed(text);
        if (problem is { } wrong)
        {
            throw Invalid(wrong.Found, wrong.Allowed);
        }

        _place += at;
        return true;
    }

    /// <summary>An error at the last operation.</summary>
    /// <param name="found">What it says.</param>
    /// <param name="allowed">What it may say.</param>
    public InvalidInputException Invalid(string found, string allowed) =>
        InvalidInputException.At(reader.Path, Line, 0, $"{found}, allowed: {allowed}");
}
