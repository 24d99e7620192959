namespace ConcurrentGc.Experiments;

/// <summary>A file that a user gave cannot be used; the message is one line that says where, what and what is allowed.</summary>
public sealed class InvalidInputException : Exception
{
    /// <summary>Creates the exception without a message.</summary>
    public InvalidInputException()
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line; <see cref="At"/> makes it.</param>
    public InvalidInputException(string message)
        : base(message)
    {
    }

    /// <summary>Creates the exception.</summary>
    /// <param name="message">One line; <see cref="At"/> makes it.</param>
    /// <param name="innerException">What failed underneath.</param>
    public InvalidInputException(string message, Exception innerException)
        : base(message, innerException)
    {
    }

    /// <summary>An error at a place in a file.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="line">One-based line; zero when the whole file is meant.</param>
    /// <param name="column">One-based column; zero when the whole line is meant.</param>
    /// <param name="problem">Key, what was found, what is allowed.</param>
    public static InvalidInputException At(string path, long line, long column, string problem)
    {
        var place = (line, column) switch
        {
            (0, _) => path,
            (_, 0) => $"{path}:{line}",
            _ => $"{path}:{line}:{column}",
        };
        return new InvalidInputException($"{place}: {problem}".ReplaceLineEndings(" "));
    }

    /// <summary>An error about a whole file.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="problem">What was found, what is allowed.</param>
    public static InvalidInputException In(string path, string problem) => At(path, 0, 0, problem);

    /// <summary>An error about a file that cannot be read.</summary>
    /// <param name="path">The file as the user named it.</param>
    /// <param name="problem">What the system said.</param>
    public static InvalidInputException Unreadable(string path, Exception problem) => In(
        path,
        Directory.Exists(path) ? "found a folder, allowed: a file"
        : problem is FileNotFoundException or DirectoryNotFoundException ? "no such file"
        : $"cannot be read: {problem.Message}");
}
