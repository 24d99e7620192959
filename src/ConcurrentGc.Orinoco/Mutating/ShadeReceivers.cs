using ConcurrentGc.Orinoco.Hosting;
using ConcurrentGc.Orinoco.Marking;

namespace ConcurrentGc.Orinoco.Mutating;

/// <summary>The markers that a mutator sends the segments of its shade buffer to, one after the other.</summary>
/// <param name="first">Actor number of the first of them.</param>
/// <param name="count">How many; at least one.</param>
public struct ShadeReceivers(int first, int count)
{
    // Note [Segments under way].
    //
    // A grey object is in a shade buffer, in a segment on its way to a marker, in the hands of a marker, or in a global
    // list. Marking may end only when all four are empty. Argument that the pause sees them all:
    //
    //   1. a mutator sends its full segments before it says that it stands
    //   2. the collector tells the markers to pause when all mutators stand; a mailbox keeps the order in which messages
    //      were sent, so a marker has its segments before it is told
    //   3. a marker that pauses publishes all it has and only then says so
    //   4. the collector flushes the shade buffers when all markers have said so: nothing is anywhere but in global lists
    //
    // Source: V8 11.3, heap/marking-barrier.cc (PublishAll at the safepoint), heap/concurrent-marking.cc (Join).

    private int _next;

    /// <summary>The one whose turn it is.</summary>
    public Address<MarkerMessage> Next()
    {
        var receiver = new Address<MarkerMessage>(first + _next);
        _next = (_next + 1) % count;
        return receiver;
    }
}
