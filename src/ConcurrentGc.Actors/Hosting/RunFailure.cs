using System.Globalization;
using System.Text;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Actors.Hosting;

/// <summary>Why a run stopped: a role that threw, or a message that nobody could take.</summary>
/// <param name="Actor">The failed actor's name; of a lost message, the receiver's.</param>
/// <param name="Message">What it was handling, as text.</param>
/// <param name="Cause">What was thrown; null: the message was lost.</param>
/// <param name="Tail">The last entries of the run record, oldest first; at most twenty.</param>
public sealed record RunFailure(string Actor, string Message, Exception? Cause, IReadOnlyList<RecordEntry> Tail)
{
    /// <summary>Several lines for a person: who, at what, why, and the last entries.</summary>
    public string Describe()
    {
        var text = new StringBuilder(Cause is null
            ? $"{Actor} did not take {Message}"
            : $"{Actor} failed at {Message}: {Cause.GetType().Name}: {Cause.Message}");
        text.AppendLine();
        foreach (var entry in Tail)
        {
            text.AppendLine(CultureInfo.InvariantCulture, $"  {entry}");
        }

        return text.ToString();
    }
}
