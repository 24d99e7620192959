using ConcurrentGc.Cli.Parsing;

namespace ConcurrentGc.Cli.Running;

/// <summary>Opens files that a run writes, before the run: an hour of work must not end with "permission denied".</summary>
internal static class OutputFile
{
    /// <summary>Creates or empties a file.</summary>
    /// <param name="flag">Names the flag in messages.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="UsageException">It cannot be written.</exception>
    public static FileStream Open(Flag flag, string path)
    {
        try
        {
            return new FileStream(path, FileMode.Create, FileAccess.Write, FileShare.Read);
        }
        catch (Exception problem) when (
            problem is IOException or UnauthorizedAccessException or ArgumentException or NotSupportedException)
        {
            throw new UsageException(
                $"{flag.Name}: found '{path}', which cannot be written ({problem.Message}), allowed: a file in a folder " +
                "that exists",
                problem);
        }
    }
}
