using System.Buffers.Binary;
using System.IO.Hashing;
using ConcurrentGc.Exploration.Hosting;
using ConcurrentGc.Orinoco.Recording;

namespace ConcurrentGc.Exploration.Schedules;

/// <summary>What a schedule does when it is made again.</summary>
/// <param name="Record">Its events; their time is the number of the step.</param>
/// <param name="Message">What the broken rule says; empty: none broke.</param>
/// <param name="IsComplete">Whether nobody has anything left to do, or a rule broke.</param>
public sealed record Replay(IReadOnlyList<RecordEntry> Record, string Message, bool IsComplete)
{
    /// <summary>A hash of the record: equal runs have equal ones, on every machine.</summary>
    public UInt128 Hash
    {
        get
        {
            var hash = new XxHash128();
            Span<byte> bytes = stackalloc byte[6 * sizeof(long)];
            foreach (var entry in Record)
            {
                Write(bytes, entry.Time, entry.Actor, (long)entry.Kind, entry.Epoch, entry.Subject, entry.Value);
                hash.Append(bytes);
            }

            return hash.GetCurrentHashAsUInt128();
        }
    }

    /// <summary>Makes the steps of a schedule in a world.</summary>
    /// <param name="world">The world, built and not begun.</param>
    /// <param name="steps">The schedule.</param>
    /// <exception cref="FormatException">A step is of an actor that has nothing to do then: the schedule is of another world.</exception>
    public static Replay Of(IExploredWorld world, IReadOnlyList<int> steps)
    {
        var (host, record) = (world.Host, new List<RecordEntry>());
        host.Record = new Sink(record);
        var enabled = new int[host.Count];
        for (var at = 0; at < steps.Count; at++)
        {
            var actor = WorldSpace.ActorOf(steps[at]);
            var count = host.Enabled(enabled);
            if (!enabled.AsSpan(0, count).Contains(actor))
            {
                throw new FormatException(Misfit(at, actor));
            }

            host.Choices.Give(WorldSpace.ChoicesOf(steps[at]));
            try
            {
                host.Step(actor);
            }
#pragma warning disable CA1031 // Whatever a role throws is a violation.
            catch (Exception failure)
#pragma warning restore CA1031
            {
                return new Replay(record, failure.Message, IsComplete: true);
            }
        }

        var isAtRest = host.Enabled(enabled) == 0;
        return new Replay(record, isAtRest ? world.AtRest() ?? string.Empty : string.Empty, isAtRest);
    }

    /// <summary>What is wrong with a schedule of another world.</summary>
    /// <param name="made">Steps that fit.</param>
    /// <param name="actor">Whose the next one is.</param>
    public static string Misfit(int made, int actor) =>
        $"step {made + 1} is of actor {actor}, which has nothing to do then: the schedule is of another world";

    private static void Write(Span<byte> bytes, params ReadOnlySpan<long> words)
    {
        for (var i = 0; i < words.Length; i++)
        {
            BinaryPrimitives.WriteInt64LittleEndian(bytes[(i * sizeof(long))..], words[i]);
        }
    }

    private sealed class Sink(List<RecordEntry> record) : IRecordSink
    {
        public void Append(in RecordEntry entry) => record.Add(entry);
    }
}
