namespace ConcurrentGc.Cli.Parsing;

/// <summary>The command line cannot be followed; the message is one line: what was found and what is allowed.</summary>
public sealed class UsageException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public UsageException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was found and what is allowed; line breaks in it become spaces.</param>
    public UsageException(string message)
        : base(message.ReplaceLineEndings(" "))
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What was found and what is allowed; line breaks in it become spaces.</param>
    /// <param name="innerException">What failed underneath.</param>
    public UsageException(string message, Exception innerException)
        : base(message.ReplaceLineEndings(" "), innerException)
    {
    }
}
