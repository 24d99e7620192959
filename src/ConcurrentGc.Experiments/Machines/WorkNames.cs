using System.Text;
using ConcurrentGc.Orinoco.Hosting;

namespace ConcurrentGc.Experiments.Machines;

/// <summary>The keys of a machine file's prices: the names of <see cref="Work"/> in words joined by dashes.</summary>
public static class WorkNames
{
    /// <summary>Every kind of work, in the order of the enum.</summary>
    public static IReadOnlyList<Work> All { get; } = Enum.GetValues<Work>();

    /// <summary>The key of a kind of work: <c>CopyByte</c> is <c>copy-byte</c>.</summary>
    /// <param name="work">A member of the enum.</param>
    public static string KeyOf(Work work)
    {
        var name = work.ToString();
        var key = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && key.Length > 0)
            {
                key.Append('-');
            }

            key.Append(char.ToLowerInvariant(letter));
        }

        return key.ToString();
    }
}
