using System.Reflection;
using System.Runtime.CompilerServices;
using ConcurrentGc.Orinoco.Compacting;
using ConcurrentGc.Orinoco.Marking;
using ConcurrentGc.Orinoco.Scavenging;
using ConcurrentGc.Orinoco.Sweeping;

namespace ConcurrentGc.Exploration.Hosting;

/// <summary>Words of roles that nobody reads any more while the role has no work.</summary>
internal static class DeadWords
{
    // Note [Dead words].
    //
    // A worker that waits for a message keeps what it had in hand last: an object, a slot, a header. The next message sets
    // those fields before they are read. Left as they are, they would tell states apart that have the same future, by the
    // path that led there. So the explorer sets them to zero when a role has no work. The list stands here, by name; that it
    // changes no verdict is tested over all litmus tests, and a role that reads one too early fails there.

    private static readonly Dictionary<Type, string[]> _fields = new()
    {
        [typeof(Scavenger)] =
        [
            "_resume", "_section", "_source", "_cursor", "_end", "_page", "_buckets", "_bits", "_removed", "_entry", "_entries",
            "_slot", "_object", "_header", "_bytes", "_target", "_promoting", "_recordsOldSlots",
        ],
        [typeof(Marker)] = ["_resume", "_section", "_cursor", "_end", "_target", "_object", "_pair", "_header"],
        [typeof(Compactor)] = ["_page", "_cursor", "_end", "_movedOfPage"],
        [typeof(Sweeper)] = ["_page", "_isPending", "_spacesDone"],
    };

    /// <summary>The bytes of a role that are dead while it has no work.</summary>
    /// <typeparam name="TRole">The role.</typeparam>
    public static ZeroedBytes Of<TRole>() where TRole : unmanaged
    {
        var dead = new bool[Unsafe.SizeOf<TRole>()];
        foreach (var name in _fields.GetValueOrDefault(typeof(TRole), []))
        {
            var field = typeof(TRole).GetField(name, BindingFlags.Instance | BindingFlags.NonPublic)
                ?? throw new InvalidOperationException($"{typeof(TRole).Name} has no field {name}.");
            var bytes = FieldBytes.Of<TRole>(field);
            for (var i = 0; i < dead.Length; i++)
            {
                dead[i] |= bytes[i];
            }
        }

        return new ZeroedBytes(dead);
    }
}
